import { type SampleAction, sampleAction } from './sample-key';

/** What a key means on a doubtful picture: Enter gives it the likelier label, the others mean what they mean on every picture of a data set. Pure. */
export function mislabelAction(
  pressed: Parameters<typeof sampleAction>[0],
): SampleAction | { do: 'give-likelier' } | undefined {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if (key === 'Enter' && !ctrlKey && !metaKey && !altKey) return { do: 'give-likelier' };
  return sampleAction(pressed);
}
