import sharp from 'sharp';
import { exifCaptureTime } from './exif-capture-time.js';

const exifOf = async (tags: Record<string, string>) => {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .withExif({ IFD2: tags })
    .jpeg()
    .toBuffer();
  return (await sharp(bytes).metadata()).exif!;
};

describe('exifCaptureTime', () => {
  it('When the camera wrote its offset, then the instant is exact', async () => {
    const exif = await exifOf({
      DateTimeOriginal: '2026:05:04 13:14:15',
      OffsetTimeOriginal: '+02:00',
      SubSecTimeOriginal: '25',
    });
    expect(exifCaptureTime(exif)).toEqual(new Date('2026-05-04T11:14:15.250Z'));
  });

  it('When there is no offset, then the time is local', async () => {
    const exif = await exifOf({ DateTimeOriginal: '2026:05:04 13:14:15' });
    expect(exifCaptureTime(exif)).toEqual(new Date(2026, 4, 4, 13, 14, 15));
  });

  it('When the picture has no capture time or the block is broken, then there is none', async () => {
    expect(exifCaptureTime(await exifOf({ LensModel: 'X' }))).toBeUndefined();
    expect(exifCaptureTime(Buffer.from('Exif\0\0II*\0\xff\xff\xff\x7f', 'latin1'))).toBeUndefined();
    expect(exifCaptureTime(Buffer.alloc(0))).toBeUndefined();
  });
});
