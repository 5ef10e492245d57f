import { type DraftRow, type PlanogramProblem, problemAt } from '@shelfwatch/domain';
import { type ReadOptions, type ReadRows, unreadable } from '../read-options.js';

/** Reads the neutral JSON ({@link planogramFile} in `libs/contracts`). */
export function readPlanogramJson(bytes: Uint8Array, _options: ReadOptions): ReadRows {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return unreadable(null, 'is no UTF-8 text', 'Save it as UTF-8.');
  }
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    const message = (error as SyntaxError).message;
    const at = /at position (\d+)/.exec(message)?.[1];
    const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length;
    return unreadable(line, `is no JSON: ${message}`, 'Send the file whole; the fault is at this line or before it.');
  }
  if (!isObject(file))
    return unreadable(null, 'is no JSON object', 'Send an object with products, fixtures and positions.');
  const problems: PlanogramProblem[] = [];
  const products = rowsOf(file, 'products', problems);
  const fixtures = rowsOf(file, 'fixtures', problems);
  const draft = {
    name: typeof file['name'] === 'string' ? file['name'] : '',
    products: products.map(({ row }) => row),
    fixtures: fixtures.map(({ row }) => row),
    shelves: fixtures.flatMap(({ row, value }) => shelvesOf(row, value, problems)),
    positions: rowsOf(file, 'positions', problems).map(({ row }) => row),
  };
  return { draft, problems };
}

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function rowsOf(
  file: JsonObject,
  name: string,
  problems: PlanogramProblem[],
  place = name,
): { row: DraftRow; value: JsonObject }[] {
  const list = file[name];
  if (!Array.isArray(list)) {
    const message = list === undefined ? 'is missing' : 'is no list';
    problems.push(
      problemAt({ line: null, record: 'file' }, place, message, `Give a list of ${name}; it may be empty.`),
    );
    return [];
  }
  return list.flatMap((value: unknown, index) => {
    const record = `${place}.${index}`;
    if (isObject(value)) return [{ row: { line: null, record, cells: cellsOf(value) }, value }];
    problems.push(problemAt({ line: null, record }, '', 'is no object', 'Write it as { "name": value, … }.'));
    return [];
  });
}

const shelvesOf = (fixture: DraftRow, value: JsonObject, problems: PlanogramProblem[]): DraftRow[] =>
  value['shelves'] === undefined
    ? []
    : rowsOf(value, 'shelves', problems, `${fixture.record}.shelves`).map(({ row }) => ({
        ...row,
        cells: { ...row.cells, fixtureId: fixture.cells['fixtureId'] },
      }));

/** Values that are neither text nor numbers go on as text, so that whoever checks them says what is wrong. */
const cellsOf = (value: JsonObject): DraftRow['cells'] =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, cell]) => cell !== null && cell !== undefined)
      .map(([key, cell]) => [key, typeof cell === 'string' || typeof cell === 'number' ? cell : JSON.stringify(cell)]),
  );
