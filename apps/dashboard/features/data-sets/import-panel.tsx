'use client';
import { Button, Checkbox, FileButton, Group, NumberInput, Progress, TextInput } from '@mantine/core';
import { IconFolderOpen, IconUpload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { type ApiProblem, asApiProblem } from '../../monitoring/api-problem';
import { importPath } from '../../retraining/api';
import type { Import } from '../../retraining/types';
import { uploadZip } from '../../retraining/upload-zip';
import { formatPercent } from '../../text/format-percent';
import classes from '../models/panel.module.css';
import { ImportReport } from './import-report';

const SHOWN = 3;

/** Takes pictures in, as a ZIP or from a folder where the service runs; follows the import and shows what came of it. */
export function ImportPanel(props: {
  dataSet: string;
  /** Newest first. */
  imports: readonly Import[];
  onTaken: () => void;
}) {
  const { dataSet, imports, onTaken } = props;
  const [sent, setSent] = useState<number | null>(null);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const [path, setPath] = useState('');
  const [golden, setGolden] = useState(false);
  const [minSide, setMinSide] = useState(32);

  async function take(work: () => Promise<unknown>): Promise<void> {
    setFailure(null);
    setSent(0);
    try {
      await work();
      setPath('');
    } catch (error) {
      setFailure(asApiProblem(error));
    } finally {
      setSent(null);
      onTaken();
    }
  }

  function takePath(event: FormEvent): void {
    event.preventDefault();
    void take(() => importPath(dataSet, path, { golden, minSide }));
  }

  return (
    <section className={classes.panel} aria-label="Import">
      <h2>Import pictures</h2>
      <p className={classes.dim}>
        A ZIP with a folder for each product, named by GTIN or name; <code>empty</code> and <code>occluded</code> are
        classes as well. A folder within it (camera and day) keeps pictures that look alike together.
      </p>
      <Group mt="sm" gap="md" align="flex-end">
        <NumberInput
          size="xs"
          w={150}
          label="Shortest side, in pixels"
          min={8}
          max={1_000}
          value={minSide}
          onChange={(value) => setMinSide(Number(value) || 32)}
        />
        <Checkbox
          size="xs"
          mb={6}
          label="Golden: only for the last check before going live"
          checked={golden}
          onChange={(event) => setGolden(event.currentTarget.checked)}
        />
      </Group>
      <form onSubmit={takePath}>
        <Group mt="sm" gap="xs" align="flex-end">
          <FileButton
            accept=".zip,application/zip"
            onChange={(file) => file && void take(() => uploadZip(dataSet, file, { golden, minSide }, setSent))}
          >
            {(props) => (
              <Button
                {...props}
                size="xs"
                loading={sent !== null}
                leftSection={<IconUpload size={15} stroke={1.8} aria-hidden />}
              >
                Choose a ZIP
              </Button>
            )}
          </FileButton>
          <TextInput
            size="xs"
            label="or a folder or CSV below the service’s import folder"
            placeholder="for instance: march/tea.csv"
            value={path}
            onChange={(event) => setPath(event.currentTarget.value)}
            maxLength={500}
          />
          <Button
            type="submit"
            size="xs"
            variant="default"
            disabled={path === '' || sent !== null}
            leftSection={<IconFolderOpen size={15} stroke={1.8} aria-hidden />}
          >
            Import it
          </Button>
        </Group>
      </form>
      {sent !== null && (
        <div role="status">
          <p className={classes.dim}>{sent < 1 ? `${formatPercent(sent, 0)} sent` : 'Sent; it is being looked into'}</p>
          <Progress value={sent * 100} animated aria-label="How much was sent" />
        </div>
      )}
      {failure !== null && <FailureNotice problem={failure} onRetry={() => setFailure(null)} />}
      {imports.slice(0, SHOWN).map((it) => (
        <ImportReport key={it.importId} of={it} />
      ))}
    </section>
  );
}
