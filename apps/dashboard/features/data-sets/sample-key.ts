export type SampleAction = { do: 'take-out' | 'choose-all' | 'clear' } | { do: 'search'; text: string };

/** What a key means on a picture of a data set; undefined when it means nothing, or belongs to the browser. Pure. */
export function sampleAction(pressed: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): SampleAction | undefined {
  const { key } = pressed;
  if ((pressed.ctrlKey || pressed.metaKey) && key.toLowerCase() === 'a') return { do: 'choose-all' };
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  if (key === 'Delete' || key === 'Backspace') return { do: 'take-out' };
  if (key === 'Escape') return { do: 'clear' };
  if (key === '/') return { do: 'search', text: '' };
  return /^[\p{L}\p{N}]$/u.test(key) ? { do: 'search', text: key } : undefined;
}
