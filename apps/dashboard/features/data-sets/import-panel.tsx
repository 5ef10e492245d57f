'use client';
import { FileButton, Button, Group, Progress } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { FailureNotice } from '../../feedback/failure-notice';
import { type ApiProblem, asApiProblem } from '../../monitoring/api-problem';
import { getImports } from '../../retraining/api';
import { uploadZip } from '../../retraining/upload-zip';
import { usePolled } from '../../retraining/use-polled';
import classes from '../models/panel.module.css';
import { ImportReport } from './import-report';

const EVERY_MS = 1_000;

/** Sends a ZIP, follows the import, and shows what came of it. */
export function ImportPanel({ dataSet, onImported }: { dataSet: string; onImported: () => void }) {
  const [sent, setSent] = useState<number | null>(null);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const { data: imports, refresh } = usePolled(`imports ${dataSet}`, (signal) => getImports(dataSet, signal), EVERY_MS);

  async function send(file: File | null): Promise<void> {
    if (file === null) return;
    setFailure(null);
    setSent(0);
    try {
      await uploadZip(dataSet, file, setSent);
    } catch (error) {
      setFailure(asApiProblem(error));
    } finally {
      setSent(null);
      refresh();
      onImported();
    }
  }

  return (
    <section className={classes.panel} aria-label="Import">
      <h2>Import pictures</h2>
      <p className={classes.dim}>
        A ZIP with a folder for each product, named by GTIN or name; <code>empty</code> and <code>occluded</code> are
        classes as well. A folder within it (camera and day) keeps pictures that look alike together.
      </p>
      <Group mt="sm">
        <FileButton accept=".zip,application/zip" onChange={(file) => void send(file)}>
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
      </Group>
      {sent !== null && <Progress mt="sm" value={sent * 100} animated aria-label="How much was sent" />}
      {failure !== null && <FailureNotice problem={failure} onRetry={() => setFailure(null)} />}
      {imports?.slice(0, 3).map((it) => (
        <ImportReport key={it.importId} of={it} />
      ))}
    </section>
  );
}
