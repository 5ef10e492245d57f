import { toFrameHeaders } from '@shelfwatch/contracts';
import { parseFrameMessage } from './frame-message.js';

const capturedAt = new Date('2026-05-04T10:00:00.250Z');
const headers = toFrameHeaders({ cameraId: 'a1', capturedAt, contentType: 'image/jpeg', sequence: 7, source: '/test' });
const value = Buffer.from('picture');
const refusal = (changed: Record<string, string | undefined>, key: string | null = 'a1') => {
  const given = Object.fromEntries(Object.entries({ ...headers, ...changed }).filter(([, text]) => text !== undefined));
  try {
    return parseFrameMessage({ key, headers: given as Record<string, string>, value });
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
};

describe('parseFrameMessage', () => {
  it('reads a frame as any sender publishes it', () => {
    expect(parseFrameMessage({ key: 'a1', headers, value })).toEqual({
      cameraId: 'a1',
      capturedAt,
      sequence: 7,
      bytes: value,
    });
  });

  it('When a sender does not count, then there is no sequence', () => {
    expect(refusal({ ce_sequence: undefined })).toMatchObject({ sequence: null });
  });

  it('When headers are wrong, then each of them is named', () => {
    const message = refusal({ ce_time: 'noon', 'content-type': 'image/gif', ce_id: undefined });
    expect(message).toMatch(/ce_time/);
    expect(message).toMatch(/content-type/);
    expect(message).toMatch(/ce_id/);
  });

  it('When there is no key, then the camera is not guessed', () => {
    expect(refusal({}, null)).toContain('no key');
  });
});
