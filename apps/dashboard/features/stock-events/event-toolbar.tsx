'use client';
import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { StockEvent } from '../../monitoring/types';
import { EVENT_KINDS } from './event-kind';
import classes from './event-toolbar.module.css';
import type { EventFilter } from './filter-events';

const KINDS = ['out-of-stock', 'low-stock', 'misplaced'] as const;

/** Which of the open events to show. */
export function EventToolbar(props: {
  events: readonly StockEvent[];
  filter: EventFilter;
  onChange: (filter: EventFilter) => void;
}) {
  const { events, filter, onChange } = props;
  const count = (kind: EventFilter['kind']): number =>
    events.filter((event) => kind === 'all' || event.kind === kind).length;
  return (
    <div className={classes.bar}>
      <SegmentedControl
        className={classes.kinds}
        aria-label="Kind of event"
        size="sm"
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind: kind as EventFilter['kind'] })}
        data={[
          { value: 'all', label: `All ${count('all')}` },
          ...KINDS.map((kind) => ({ value: kind, label: `${EVENT_KINDS[kind].label} ${count(kind)}` })),
        ]}
      />
      <TextInput
        className={classes.search}
        aria-label="Search product, GTIN or place"
        placeholder="Product, GTIN, aisle…"
        size="sm"
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
    </div>
  );
}
