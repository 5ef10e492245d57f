'use client';
import { useMemo } from 'react';
import { useInventory } from '../inventory/use-inventory';

/** @returns what a GTIN is called: its name, or itself where the shop keeps no figures of it */
export function useProductNames(): (gtin: string) => string {
  const { data } = useInventory();
  return useMemo(() => {
    const names = new Map(data?.map(({ product }) => [product.gtin, product.name]));
    return (gtin) => names.get(gtin) ?? gtin;
  }, [data]);
}
