import { parseOptions, UsageError } from './options.js';

const parse = (text: string) => parseOptions(text.split(' ').filter((word) => word !== ''));

describe('parseOptions', () => {
  it('reads a snapshot camera that posts to the gateway', () => {
    expect(
      parse('--camera a1 --snapshot http://cam/x.jpg --gateway http://127.0.0.1:4202 --interval 0.5'),
    ).toMatchObject({
      cameraId: 'a1',
      source: { kind: 'snapshot', url: new URL('http://cam/x.jpg') },
      sink: { kind: 'gateway', url: new URL('http://127.0.0.1:4202') },
      intervalMs: 500,
    });
  });

  it('reads a folder that goes into the stream', () => {
    expect(parse('--camera a1 --folder pictures --once --stream')).toMatchObject({
      source: { kind: 'folder', folder: 'pictures', once: true },
      sink: { kind: 'stream' },
    });
  });

  it.each([
    ['--folder x --stream', '--camera'],
    ['--camera a/1 --folder x --stream', '--camera'],
    ['--camera a1 --stream', 'exactly one of --folder'],
    ['--camera a1 --folder x --rtsp rtsp://c --stream', 'exactly one of --folder'],
    ['--camera a1 --folder x', 'exactly one of --gateway'],
    ['--camera a1 --rtsp http://c --stream', 'rtsp://'],
    ['--camera a1 --folder x --stream --interval 0', '--interval'],
    ['--camera a1 --folder x --stream --sped 3', '--sped'],
  ])('When "%s" is typed, then the message names %s', (text, named) => {
    expect(() => parse(text)).toThrow(UsageError);
    expect(() => parse(text)).toThrow(named);
  });
});
