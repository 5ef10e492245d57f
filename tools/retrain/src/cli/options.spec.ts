import { operand, parseCommandLine, wholeNumber } from './options.js';
import { UsageError } from './usage.js';

const parse = (...args: string[]) => {
  const line = parseCommandLine(args);
  if (line === 'help') throw new Error('help');
  return line;
};

describe('Command line of retrain', () => {
  it('When a command is given, then its operands and options are read, with defaults for the rest', () => {
    expect(parse('train', 'shop', '--strategy', 'progressive')).toMatchObject({
      ...{ command: 'train', operands: ['shop'] },
      values: { strategy: 'progressive', start: 'live', url: 'http://127.0.0.1:4204', promote: false },
    });
  });

  it('When nothing or --help is typed, then help is shown', () => {
    expect([parseCommandLine([]), parseCommandLine(['train', '--help'])]).toEqual(['help', 'help']);
  });

  it('When something is wrong, then the message names it', () => {
    expect(() => parse('train', '--colour', 'red')).toThrow(/--colour/);
    expect(() => parse('runs', '--url', 'nowhere')).toThrow('--url nowhere');
    expect(() => operand(parse('import', 'shop'), 1, 'a folder')).toThrow(new UsageError('import needs a folder.'));
    expect(() => wholeNumber('seed', '1.5')).toThrow('--seed 1.5');
  });
});
