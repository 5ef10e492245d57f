import type { CameraSummary } from '../../monitoring/types';

type Fault = CameraSummary['faults'][number]['fault'];

/** What is wrong, for people: follows "The camera …". */
export const FAULT_WORDS: Readonly<Record<Fault, string>> = {
  dark: 'sees only darkness',
  glare: 'is dazzled',
  blurred: 'is out of focus',
  covered: 'is covered',
  frozen: 'sends the same picture again and again',
  moved: 'was moved',
  offline: 'sends nothing',
  resolution: 'sends pictures of another size',
};
