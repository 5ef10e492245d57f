'use client';
import { createContext, use } from 'react';
import type { Me, Store } from '../../monitoring/types';

export interface Console {
  user: Me;
  store: Store;
}

/** Who looks, and at which shop. */
export const ConsoleContext = createContext<Console | null>(null);

export function useConsole(): Console {
  const value = use(ConsoleContext);
  if (value === null) throw new Error('useConsole needs the console’s layout above it');
  return value;
}
