import { type Gtin, gtinFault, parseGtin } from '../identifiers/gtin.js';
import { type DraftRow, type PlanogramProblem, problemAt } from './planogram-draft.js';

interface Bounds {
  minimum: number;
  maximum: number;
}

const TEXT_LIMIT = 200;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Reads the cells of one row, and gathers what is wrong with them. */
export class CellReader {
  readonly problems: PlanogramProblem[] = [];

  constructor(private readonly row: DraftRow) {}

  get hasErrors(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }

  report(field: string, message: string, advice: string, severity?: PlanogramProblem['severity']): void {
    this.problems.push(problemAt(this.row, field, message, advice, severity));
  }

  text(field: string): string {
    const text = this.optionalText(field);
    if (text === undefined) this.report(field, 'is empty', 'Fill it in.');
    return text ?? '';
  }

  optionalText(field: string): string | undefined {
    const text = this.raw(field);
    if (text === undefined) return undefined;
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text) || /\p{Surrogate}/u.test(text)) {
      this.report(
        field,
        'has characters that are no text',
        'The file is damaged or in another encoding; export it anew.',
      );
      return undefined;
    }
    if (text.length <= TEXT_LIMIT) return text;
    this.report(field, `has ${text.length} characters`, `Shorten it to ${TEXT_LIMIT}.`);
    return undefined;
  }

  gtin(field: string): Gtin | undefined {
    const text = this.raw(field) ?? '';
    const gtin = parseGtin(text);
    if (gtin === undefined) {
      this.report(
        field,
        gtinFault(text.slice(0, TEXT_LIMIT))!,
        'Write the number under the bar code, as text, with its leading zeros.',
      );
    }
    return gtin;
  }

  whole(field: string, bounds: Bounds): number | undefined {
    const value = this.optionalWhole(field, bounds);
    if (value === undefined && this.raw(field) === undefined) {
      this.report(field, 'is empty', `Write a whole number from ${bounds.minimum} to ${bounds.maximum}.`);
    }
    return value;
  }

  optionalWhole(field: string, bounds: Bounds): number | undefined {
    return this.number(field, bounds, true);
  }

  /** Millimetres. */
  optionalLength(field: string): number | undefined {
    return this.number(field, { minimum: 0, maximum: 1_000_000 }, false);
  }

  private number(field: string, { minimum, maximum }: Bounds, isWhole: boolean): number | undefined {
    const text = this.raw(field);
    if (text === undefined) return undefined;
    const value = NUMBER.test(text) ? Number(text) : Number.NaN;
    if (Number.isFinite(value) && value >= minimum && value <= maximum && (!isWhole || Number.isInteger(value)))
      return value;
    const wanted = `a ${isWhole ? 'whole ' : ''}number from ${minimum} to ${maximum}`;
    this.report(field, `"${text.slice(0, 40)}" is not ${wanted}`, `Write ${wanted}, with a point for decimals.`);
    return undefined;
  }

  private raw(field: string): string | undefined {
    const cell = this.row.cells[field];
    const text = cell === undefined ? '' : String(cell).trim();
    return text === '' ? undefined : text;
  }
}
