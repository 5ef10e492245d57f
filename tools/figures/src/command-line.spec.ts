import { moment, needed, parseCommandLine } from './command-line.js';

const valuesOf = (...args: string[]) => {
  const line = parseCommandLine(args);
  if (line === 'help') throw new Error('help');
  return line.values;
};

describe('The command line', () => {
  it('When nothing or --help is typed, then help is the answer', () => {
    expect([parseCommandLine([]), parseCommandLine(['claims', '--help'])]).toEqual(['help', 'help']);
  });

  it('When an option is unknown or something stands behind the command, then the message names it', () => {
    expect(() => parseCommandLine(['claims', '--shop', 'a'])).toThrow('--shop');
    expect(() => parseCommandLine(['claims', 'a'])).toThrow('"a"');
  });

  it('When an option is missing or a moment is none, then the message says which', () => {
    expect(() => needed(valuesOf('counts'), 'store')).toThrow('--store is needed');
    expect(() => moment(valuesOf('replay', '--from', 'yesterday'), 'from')).toThrow('--from yesterday');
    expect(moment(valuesOf('replay', '--from', '2026-11-23T08:00:00+01:00'), 'from')).toBe('2026-11-23T07:00:00.000Z');
  });
});
