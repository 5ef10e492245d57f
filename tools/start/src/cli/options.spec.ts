import { parseOptions } from './options.js';

describe('parseOptions', () => {
  it('When nothing is given, then the demonstration runs on port 4200 in .shelfwatch', () => {
    expect(parseOptions([], '/root')).toEqual({
      port: 4200,
      dataDir: '/root/.shelfwatch',
      demo: true,
      reset: false,
      scenario: 'demo',
      seed: 1,
    });
  });

  it('When --no-demo and --port are given, then they win', () => {
    expect(parseOptions(['--no-demo', '--port', '5000'], '/root')).toMatchObject({ demo: false, port: 5000 });
  });

  it.each(['0', '70000', 'abc', '1.5'])(
    'When the port is %s, then the message names the option and the range',
    (port) => {
      expect(() => parseOptions(['--port', port], '/root')).toThrow(/--port .*1 to 65530/);
    },
  );

  it('When an option is unknown, then it is refused', () => {
    expect(() => parseOptions(['--prot', '1'], '/root')).toThrow(/prot/);
  });
});
