import { parseFrameUpload } from './frame-upload.js';

const now = new Date('2026-05-04T10:00:00.000Z');
const body = Buffer.from('picture');
const jpeg = { 'content-type': 'image/jpeg' };

const statusOf = (headers: Record<string, string>, given: unknown = body, cameraId = 'aisle-4') => {
  try {
    parseFrameUpload(cameraId, headers, given, now);
    return 'accepted';
  } catch (error) {
    return error instanceof Error && 'code' in error && 'status' in error ? [error.status, error.code] : error;
  }
};

describe('parseFrameUpload', () => {
  it('reads capture time and sequence', () => {
    const headers = { ...jpeg, 'x-captured-at': '2026-05-04T11:59:58.250+02:00', 'x-sequence': '17' };
    expect(parseFrameUpload('aisle-4', headers, body, now)).toEqual({
      cameraId: 'aisle-4',
      bytes: body,
      type: 'image/jpeg',
      capturedAt: new Date('2026-05-04T09:59:58.250Z'),
      sequence: 17,
    });
  });

  it('When the sender gives no capture time, then it is the time of arrival', () => {
    expect(parseFrameUpload('aisle-4', jpeg, body, now).capturedAt).toEqual(now);
  });

  it.each([
    [{ 'content-type': 'text/plain' }, [415, 'FRAME_TYPE_UNSUPPORTED']],
    [{}, [415, 'FRAME_TYPE_UNSUPPORTED']],
    [{ ...jpeg, 'x-captured-at': 'yesterday' }, [400, 'CAPTURE_TIME_INVALID']],
    [{ ...jpeg, 'x-captured-at': '2026-05-04T11:59:58' }, [400, 'CAPTURE_TIME_INVALID']],
    [{ ...jpeg, 'x-sequence': '-1' }, [400, 'SEQUENCE_INVALID']],
  ])('When the headers are %j, then the answer is %j', (headers, expected) => {
    expect(statusOf(headers as Record<string, string>)).toEqual(expected);
  });

  it('When there is no body or the camera id is a path, then the request is refused', () => {
    expect(statusOf(jpeg, Buffer.alloc(0))).toEqual([400, 'FRAME_EMPTY']);
    expect(statusOf(jpeg, {})).toEqual([400, 'FRAME_EMPTY']);
    expect(statusOf(jpeg, body, '../etc')).toEqual([400, 'CAMERA_ID_INVALID']);
  });
});
