'use client';
import { Select } from '@mantine/core';
import { type KeyboardEvent, type Ref, useMemo } from 'react';
import { type LabelChoice, searchChoices } from './label-choices';

const MOST = 30;

/** Names what is chosen: type a part of a name or a GTIN, Enter takes the first. */
export function ProductSearch(props: {
  ref: Ref<HTMLInputElement>;
  label: string;
  choices: readonly LabelChoice[];
  typed: string;
  disabled?: boolean;
  onType: (text: string) => void;
  onChoose: (label: string) => void;
  /** Escape: back to where one came from. */
  onLeave: () => void;
}) {
  const { ref, label, choices, typed, disabled = false, onType, onChoose, onLeave } = props;
  const shown = useMemo(() => searchChoices(choices, typed, MOST), [choices, typed]);
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') onLeave();
  }
  return (
    <Select
      ref={ref}
      size="xs"
      w={{ base: '100%', xs: 300 }}
      searchable
      selectFirstOptionOnChange
      label={label}
      placeholder="Name or GTIN"
      nothingFoundMessage="Nothing fits. A whole GTIN can be new."
      data={shown}
      // What fits was found already, in the order that suits.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={onType}
      value={null}
      disabled={disabled}
      onKeyDown={press}
      onChange={(value) => value !== null && onChoose(value)}
    />
  );
}
