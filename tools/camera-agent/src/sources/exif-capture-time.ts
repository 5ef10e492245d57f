const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const SUB_SEC_TIME_ORIGINAL = 0x9291;
const EXIF_IFD = 0x8769;
const ASCII = 2;
const LONG = 4;

/**
 * When a photograph was taken, from its EXIF block (`Exif\0\0` and a TIFF structure). Without an offset the time is
 * taken as this machine's local time, as cameras mean it.
 *
 * @returns `undefined` when the block has no such time or is broken
 */
export function exifCaptureTime(exif: Buffer): Date | undefined {
  try {
    const tiff = exif.subarray(0, 4).toString('latin1') === 'Exif' ? exif.subarray(6) : exif;
    const reader = readerFor(tiff);
    const exifIfd = reader.entries(reader.u32(4)).get(EXIF_IFD);
    if (exifIfd === undefined) return undefined;
    const entries = reader.entries(reader.u32(exifIfd + 8));
    const text = (tag: number): string | undefined => {
      const at = entries.get(tag);
      return at === undefined ? undefined : reader.ascii(at);
    };
    return toDate(text(DATE_TIME_ORIGINAL), text(SUB_SEC_TIME_ORIGINAL), text(OFFSET_TIME_ORIGINAL));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readerFor(tiff: Buffer) {
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const u16 = (at: number) => view.getUint16(at, little);
  const u32 = (at: number) => view.getUint32(at, little);
  return {
    u32,
    /** Tag → position of its 12-byte entry: tag, type, count, value or offset. */
    entries(ifd: number): Map<number, number> {
      const count = u16(ifd);
      return new Map(
        Array.from({ length: count }, (_, i) => ifd + 2 + i * 12)
          .filter((at) => u16(at + 2) === ASCII || u16(at + 2) === LONG)
          .map((at) => [u16(at), at]),
      );
    },
    ascii(entry: number): string {
      const length = u32(entry + 4);
      const at = length <= 4 ? entry + 8 : u32(entry + 8);
      return tiff
        .subarray(at, at + length)
        .toString('latin1')
        .replace(/\0.*$/s, '')
        .trim();
    },
  };
}

function toDate(dateTime = '', fraction = '', offset = ''): Date | undefined {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(dateTime);
  if (match === null) return undefined;
  const milliseconds = /^\d+$/.test(fraction) ? `.${fraction.slice(0, 3).padEnd(3, '0')}` : '';
  const zone = /^[+-]\d\d:\d\d$/.test(offset) ? offset : '';
  const date = new Date(`${match[1]}-${match[2]}-${match[3]}T${match[4]}${milliseconds}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
