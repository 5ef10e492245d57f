/** A decoded picture: `data` holds rows of R, G, B bytes from the top left, `width * height * 3` in all. */
export interface RgbPicture {
  width: number;
  height: number;
  data: Uint8Array;
}
