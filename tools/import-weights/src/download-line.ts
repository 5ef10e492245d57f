import type { ReadProgress } from '@shelfwatch/vision/training';

/** A download's progress: one line that changes on a terminal, a line at each tenth elsewhere. */
export class DownloadLine {
  private shown = '';

  constructor(private readonly out: NodeJS.WriteStream = process.stderr) {}

  show({ file, bytes, totalBytes }: ReadProgress): void {
    const megabytes = (count: number) => (count / 1e6).toFixed(1);
    if (this.out.isTTY) {
      const total = totalBytes === undefined ? '' : ` of ${megabytes(totalBytes)}`;
      this.out.write(`\r\x1b[2K… ${file}: ${megabytes(bytes)}${total} MB`);
      this.shown = file;
      return;
    }
    const tenths = totalBytes === undefined ? Math.floor(bytes / 1e7) : Math.floor((bytes / totalBytes) * 10);
    const line = `${file} ${tenths}`;
    if (line === this.shown) return;
    this.shown = line;
    this.out.write(`… ${file}: ${megabytes(bytes)} MB\n`);
  }

  end(): void {
    if (this.shown !== '' && this.out.isTTY) this.out.write('\n');
  }
}
