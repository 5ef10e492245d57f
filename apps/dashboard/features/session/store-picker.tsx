'use client';
import { Select } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import type { Store } from '../../monitoring/types';
import classes from './store-picker.module.css';
import { STORE_COOKIE } from './store-cookie';

/** The shop's name; a choice where there are several. */
export function StorePicker({ stores, storeId }: { stores: readonly Store[]; storeId: string }) {
  if (stores.length === 1) {
    return (
      <span className={classes.name}>
        <IconBuildingStore size={17} stroke={1.7} aria-hidden />
        <span>{stores[0]?.name}</span>
      </span>
    );
  }
  function choose(wanted: string | null): void {
    if (wanted === null) return;
    document.cookie = `${STORE_COOKIE}=${encodeURIComponent(wanted)}; path=/; max-age=31536000; samesite=lax`;
    window.location.reload();
  }
  return (
    <Select
      aria-label="Shop"
      data={stores.map(({ storeId: value, name: label }) => ({ value, label }))}
      value={storeId}
      onChange={choose}
      allowDeselect={false}
      size="sm"
      leftSection={<IconBuildingStore size={17} stroke={1.7} aria-hidden />}
    />
  );
}
