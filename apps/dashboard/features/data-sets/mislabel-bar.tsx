'use client';
import { Button, Group, Kbd } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconTrash } from '@tabler/icons-react';
import type { Ref } from 'react';
import type { LabelChoice } from '../labelling/label-choices';
import hints from '../labelling/labelling.module.css';
import { ProductSearch } from '../labelling/product-search';

const HINTS = [
  ['Enter', 'give the likelier label'],
  ['Del', 'take out'],
  ['A … Z, /', 'search'],
  ['Space', 'choose'],
  ['Shift', 'several'],
  ['Ctrl A', 'all'],
] as const;

/** What can be done with the doubtful pictures that are chosen, with a pointer as well as by keys. */
export function MislabelBar(props: {
  search: Ref<HTMLInputElement>;
  choices: readonly LabelChoice[];
  typed: string;
  targets: number;
  busy: boolean;
  canPutBack: boolean;
  onType: (text: string) => void;
  onName: (label: string) => void;
  onLeave: () => void;
  onGiveLikelier: () => void;
  onTakeOut: () => void;
  onPutBack: () => void;
}) {
  const { targets, busy } = props;
  return (
    <Group gap="xs" mb="sm" align="flex-end" role="toolbar" aria-label="What to do with doubtful pictures">
      <ProductSearch
        ref={props.search}
        label={targets === 1 ? 'Move the picture to' : `Move ${targets} pictures to`}
        choices={props.choices}
        typed={props.typed}
        disabled={busy}
        onType={props.onType}
        onChoose={props.onName}
        onLeave={props.onLeave}
      />
      <Button
        size="xs"
        loading={busy}
        onClick={props.onGiveLikelier}
        leftSection={<IconCheck size={15} stroke={2} aria-hidden />}
      >
        Give the likelier label
      </Button>
      <Button
        size="xs"
        color="red"
        variant="light"
        disabled={busy}
        onClick={props.onTakeOut}
        leftSection={<IconTrash size={15} stroke={1.8} aria-hidden />}
      >
        Take out
      </Button>
      {props.canPutBack && (
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          onClick={props.onPutBack}
          leftSection={<IconArrowBackUp size={15} stroke={2} aria-hidden />}
        >
          Put back
        </Button>
      )}
      <p className={hints.hints}>
        {HINTS.map(([key, meaning]) => (
          <span key={key}>
            <Kbd size="xs">{key}</Kbd> {meaning}
          </span>
        ))}
      </p>
    </Group>
  );
}
