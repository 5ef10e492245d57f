/**
 * A table of a FlatBuffers file, read in place (https://flatbuffers.dev/internals/): at its start the distance back to its vtable, which
 * holds for each field its place in the table, or 0 when the field is absent. All numbers are little-endian; what lies outside of the file is a RangeError.
 */
export class FlatbufferTable {
  private constructor(
    private readonly view: DataView,
    private readonly at: number,
  ) {}

  static root(bytes: Uint8Array): FlatbufferTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatbufferTable(view, view.getUint32(0, true));
  }

  /** @param field its number in the schema, from 0 */
  int8(field: number): number {
    const place = this.placeOf(field);
    return place === undefined ? 0 : this.view.getInt8(place);
  }

  int32(field: number): number {
    const place = this.placeOf(field);
    return place === undefined ? 0 : this.view.getInt32(place, true);
  }

  uint32(field: number): number {
    return this.int32(field) >>> 0;
  }

  uint64(field: number): number {
    const place = this.placeOf(field);
    return place === undefined ? 0 : Number(this.view.getBigUint64(place, true));
  }

  text(field: number): string {
    return Buffer.from(this.bytes(field)).toString('utf8');
  }

  table(field: number): FlatbufferTable | undefined {
    const place = this.placeOf(field);
    return place === undefined ? undefined : new FlatbufferTable(this.view, this.follow(place));
  }

  tables(field: number): FlatbufferTable[] {
    return this.vector(field, 4, (place) => new FlatbufferTable(this.view, this.follow(place)));
  }

  bytes(field: number): Uint8Array {
    const place = this.placeOf(field);
    if (place === undefined) return new Uint8Array(0);
    const start = this.follow(place);
    const length = this.view.getUint32(start, true);
    if (start + 4 + length > this.view.byteLength) throw new RangeError('A vector reaches beyond the end of the file.');
    return new Uint8Array(this.view.buffer, this.view.byteOffset + start + 4, length);
  }

  int32s(field: number): number[] {
    return this.vector(field, 4, (place) => this.view.getInt32(place, true));
  }

  int64s(field: number): number[] {
    return this.vector(field, 8, (place) => Number(this.view.getBigInt64(place, true)));
  }

  float32s(field: number): number[] {
    return this.vector(field, 4, (place) => this.view.getFloat32(place, true));
  }

  private vector<T>(field: number, size: number, read: (place: number) => T): T[] {
    const place = this.placeOf(field);
    if (place === undefined) return [];
    const start = this.follow(place);
    const length = this.view.getUint32(start, true);
    if (start + 4 + length * size > this.view.byteLength)
      throw new RangeError('A vector reaches beyond the end of the file.');
    return Array.from({ length }, (_, index) => read(start + 4 + index * size));
  }

  private follow(place: number): number {
    return place + this.view.getUint32(place, true);
  }

  private placeOf(field: number): number | undefined {
    const vtable = this.at - this.view.getInt32(this.at, true);
    const entry = 4 + 2 * field;
    if (entry >= this.view.getUint16(vtable, true)) return undefined;
    const offset = this.view.getUint16(vtable + entry, true);
    return offset === 0 ? undefined : this.at + offset;
  }
}
