import { calibrationRequest, planogramFile, planogramProblem } from '@shelfwatch/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMNS } from './csv/planogram-columns.js';
import { readPlanogramFile } from './read-planogram-file.js';

const TEXT = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', '..', 'docs', 'planograms.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...TEXT.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, block]) => block!);
const read = (text: string) => readPlanogramFile(Buffer.from(text), { storeId: 'corner' });

describe('docs/planograms.md', () => {
  it('When its JSON planogram is read, then it fits the schema and is without problems', () => {
    const [example] = blocks('json');
    expect(planogramFile.safeParse(JSON.parse(example!)).error).toBeUndefined();
    expect(read(example!).problems).toEqual([]);
  });

  it('When its CSV is read, then it is without problems, and all columns are listed', () => {
    expect(read(blocks('csv')[0]!).problems).toEqual([]);
    expect(TEXT).toContain(`\`${COLUMNS.join(', ')}\``);
  });

  it('When its other examples are read, then they fit what the API takes and gives', () => {
    const [, problem, calibration] = blocks('json').map((block): unknown => JSON.parse(block));
    expect(planogramProblem.safeParse(problem).error).toBeUndefined();
    expect(calibrationRequest.safeParse(calibration).error).toBeUndefined();
  });
});
