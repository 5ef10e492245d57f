'use client';
import { Button, Kbd } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCheck, IconSend } from '@tabler/icons-react';
import type { Ref } from 'react';
import { plural } from '../../text/plural';
import type { LabelChoice } from './label-choices';
import classes from './labelling.module.css';
import { ProductSearch } from './product-search';

const HINTS = [
  ['Enter', 'the model is right'],
  ['E', 'as planned'],
  ['A … Z, 0 … 9, /', 'search'],
  ['S', 'skip'],
  ['Shift', 'several'],
  ['U', 'undo'],
  ['Ctrl Enter', 'send'],
] as const;

/** What can be said of the crops that are chosen, with a pointer as well as by keys. */
export function LabelBar(props: {
  search: Ref<HTMLInputElement>;
  choices: readonly LabelChoice[];
  typed: string;
  targets: number;
  answers: number;
  canUndo: boolean;
  sending: boolean;
  onType: (text: string) => void;
  onName: (label: string) => void;
  onLeave: () => void;
  onConfirm: () => void;
  onSkip: () => void;
  onUndo: () => void;
  onSend: () => void;
}) {
  const { targets, answers } = props;
  return (
    <div className={classes.bar} role="toolbar" aria-label="Answers">
      <ProductSearch
        ref={props.search}
        label={targets === 1 ? 'The crop shows' : `${targets} crops show`}
        choices={props.choices}
        typed={props.typed}
        onType={props.onType}
        onChoose={props.onName}
        onLeave={props.onLeave}
      />
      <Button
        size="xs"
        variant="default"
        onClick={props.onConfirm}
        leftSection={<IconCheck size={15} stroke={2} aria-hidden />}
      >
        Model is right
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={props.onSkip}
        leftSection={<IconArrowForwardUp size={15} stroke={2} aria-hidden />}
      >
        Skip
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={!props.canUndo}
        onClick={props.onUndo}
        leftSection={<IconArrowBackUp size={15} stroke={2} aria-hidden />}
      >
        Undo
      </Button>
      <Button
        size="xs"
        disabled={answers === 0}
        loading={props.sending}
        onClick={props.onSend}
        leftSection={<IconSend size={15} stroke={1.8} aria-hidden />}
      >
        Send {plural(answers, 'answer')}
      </Button>
      <p className={classes.hints}>
        {HINTS.map(([key, meaning]) => (
          <span key={key}>
            <Kbd size="xs">{key}</Kbd> {meaning}
          </span>
        ))}
      </p>
    </div>
  );
}
