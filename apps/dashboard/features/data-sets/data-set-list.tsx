'use client';
import { Button, Group, Skeleton, TextInput } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { EmptyState } from '../../feedback/empty-state';
import { FailureNotice } from '../../feedback/failure-notice';
import { getDataSets } from '../../retraining/api';
import { usePolled } from '../../retraining/use-polled';
import { plural } from '../../text/plural';
import { Figure } from '../models/figure';
import classes from '../models/panel.module.css';
import { useConsole } from '../session/console-context';
import { mayTeach } from '../session/permissions';

const EVERY_MS = 5_000;

export function DataSetList() {
  const { user } = useConsole();
  const { data, problem, refresh } = usePolled('data sets', getDataSets, EVERY_MS);
  return (
    <section aria-label="Data sets" className={classes.list} aria-busy={data === undefined}>
      {problem !== null && <FailureNotice problem={problem} stale={data !== undefined} onRetry={refresh} />}
      {mayTeach(user.role) && <NewDataSet />}
      {data?.map(({ name, samples, classes: count, versions }) => (
        <Link key={name} href={`/models/data-sets/${encodeURIComponent(name)}`} className={classes.row}>
          <span className={classes.main}>
            <b>{name}</b>
            <span className={classes.dim}>
              {versions[0] === undefined
                ? 'not frozen yet'
                : `${plural(versions.length, 'version')}, newest number ${versions[0].number}`}
            </span>
          </span>
          <Figure value={String(samples)} label="pictures" />
          <Figure value={String(count)} label="classes" />
        </Link>
      ))}
      {data === undefined && problem === null && [0, 1].map((row) => <Skeleton key={row} h={66} radius={12} />)}
      {data?.length === 0 && (
        <EmptyState icon={IconPhoto} title="No data set yet">
          Give one a name and import pictures: a ZIP with a folder for each product, named by its GTIN or its name.
        </EmptyState>
      )}
    </section>
  );
}

/** A data set begins with its first picture; until then it is only a name. */
function NewDataSet() {
  const router = useRouter();
  const [name, setName] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    router.push(`/models/data-sets/${encodeURIComponent(name)}`);
  }
  return (
    <form onSubmit={submit} className={classes.panel} aria-label="New data set">
      <Group gap="sm" align="flex-end">
        <TextInput
          label="New data set"
          placeholder="for instance: shop"
          value={name}
          onChange={(event) => setName(event.currentTarget.value.trim())}
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
          title="Letters, digits, dot, dash and underscore"
          maxLength={64}
          required
        />
        <Button type="submit" variant="default" disabled={name === ''}>
          Import pictures
        </Button>
      </Group>
    </form>
  );
}
