export type LabelAction =
  | { do: 'confirm' | 'as-planned' | 'skip' | 'undo' | 'send' | 'clear' }
  /** Look for a product; what was typed is the beginning of its name or GTIN. */
  | { do: 'search'; text: string };

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const LETTERS: Readonly<Record<string, Exclude<LabelAction['do'], 'search'>>> = {
  s: 'skip',
  e: 'as-planned',
  u: 'undo',
};

/** What a key means on a crop; undefined when it means nothing, or belongs to the browser. Pure. */
export function labelAction({ key, ctrlKey, metaKey, altKey }: Pressed): LabelAction | undefined {
  const isCommand = ctrlKey || metaKey;
  if (isCommand && key === 'Enter') return { do: 'send' };
  if (isCommand && key.toLowerCase() === 'z') return { do: 'undo' };
  if (isCommand || altKey) return undefined;
  if (key === 'Enter') return { do: 'confirm' };
  if (key === 'Escape') return { do: 'clear' };
  if (key === '/') return { do: 'search', text: '' };
  const letter = LETTERS[key.toLowerCase()];
  if (letter !== undefined) return { do: letter };
  return /^[\p{L}\p{N}]$/u.test(key) ? { do: 'search', text: key } : undefined;
}
