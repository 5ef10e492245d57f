import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readScenario } from './read-scenario.js';
import type { Scenario } from './scenario.js';

const SHIPPED = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Names of the scenarios that come with the simulator. */
export async function shippedScenarios(): Promise<string[]> {
  const files = await readdir(SHIPPED);
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();
}

/**
 * @param nameOrFile name of a shipped scenario, or the path of a file
 * @throws ScenarioError when the file is wrong, Error when there is none
 */
export async function findScenario(nameOrFile: string): Promise<Scenario> {
  const file = /[\\/.]/.test(nameOrFile) ? nameOrFile : `${SHIPPED}${nameOrFile}.yaml`;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const known = (await shippedScenarios()).join(', ');
    throw new Error(`There is no scenario "${nameOrFile}". Give a file, or one of: ${known}`, { cause });
  }
  return readScenario(text, file);
}
