import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ScenarioError, type ScenarioProblem } from './scenario.errors.js';
import { type Scenario, scenarioSchema } from './scenario.js';

/**
 * Reads a scenario written in YAML or JSON.
 *
 * @param file name for messages
 * @throws ScenarioError naming line and column of each problem
 */
export function readScenario(text: string, file: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number, message: string): ScenarioProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), message };
  };
  if (document.errors.length > 0)
    throw new ScenarioError(
      file,
      document.errors.map((error) => at(error.pos[0], error.message.split('\n')[0] ?? error.code)),
    );
  const parsed = scenarioSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  throw new ScenarioError(
    file,
    parsed.error.issues.map((issue) => at(offsetOf(document, issue), describe(issue))),
  );
}

function describe(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}

/** Where the value of an issue stands; the key itself for a superfluous one, the nearest parent for a missing one. */
function offsetOf(document: Document, issue: z.core.$ZodIssue): number {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  for (let path = [...issue.path]; ; path = path.slice(0, -1)) {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node)) {
      const pair = isMap(node) ? node.items.find((item) => isPair(item) && String(item.key) === extra) : undefined;
      const key = pair?.key;
      return (isNode(key) ? key.range?.[0] : node.range?.[0]) ?? 0;
    }
    if (path.length === 0) return 0;
  }
}
