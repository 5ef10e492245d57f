import { readFile, writeFile } from 'node:fs/promises';
import { PRODUCTS } from '../catalogue/catalogue.js';
import { findScenario, shippedScenarios } from '../scenario/find-scenario.js';
import { readScenario } from '../scenario/read-scenario.js';
import { createShop } from '../shop/create-shop.js';
import { toShopDefinition } from '../shop/shop-definition.js';
import { type CliOptions, readCliOptions } from './cli-options.js';
import { play } from './play.js';
import { Progress } from './progress.js';
import { shoot } from './shoot.js';
import { USAGE } from './usage.js';
import { UsageError } from './usage.errors.js';
import { worldOf } from './world-of.js';

export interface Terminal {
  /** Results. */
  print(text: string): void;
  /** Progress. */
  note(line: string): void;
}

/** @throws UsageError, ScenarioError, OutputError, PhotoDataError, each with a message for the person at the keyboard */
export async function run(args: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<void> {
  const options = readCliOptions(args);
  const progress = new Progress((line) => terminal.note(line));
  switch (options.command) {
    case 'help':
      return terminal.print(USAGE);
    case 'play':
      return play(options, progress, signal);
    case 'shoot':
      return shoot(options, progress, signal);
    case 'shop':
      return writeShop(options, terminal);
    case 'catalogue':
      return terminal.print(
        PRODUCTS.map(
          ({ gtin, category, name, priceCents }) => `${gtin}\t${category}\t${name}\t${(priceCents / 100).toFixed(2)}\n`,
        ).join(''),
      );
    case 'scenarios':
      for (const name of await shippedScenarios())
        terminal.print(`${name.padEnd(22)}${(await findScenario(name)).description}\n`);
      return;
    case 'check':
      return checkFile(options.operands[0], terminal);
  }
}

async function writeShop(options: CliOptions, terminal: Terminal): Promise<void> {
  const { layout } = await findScenario(options.scenario);
  const { products, artist } = await worldOf(options, 'shelf');
  const shop = createShop(options.seed, layout, products);
  const definition = await toShopDefinition(shop, { opensAt: new Date(), ...(options.pictures ? { artist } : {}) });
  const text = `${JSON.stringify(definition, null, 2)}\n`;
  if (options.out === undefined) return terminal.print(text);
  await writeFile(options.out, text);
  terminal.note(`${definition.slots.length} slots, ${definition.cameras.length} cameras written to ${options.out}`);
}

async function checkFile(file: string | undefined, terminal: Terminal): Promise<void> {
  if (file === undefined) throw new UsageError('check needs a file');
  const { name, durationMinutes, frameEverySeconds } = readScenario(await readFile(file, 'utf8'), file);
  const pictures = Math.ceil((durationMinutes * 60) / frameEverySeconds);
  terminal.print(`${file} is right: "${name}", ${durationMinutes} minutes, ${pictures} pictures of each camera\n`);
}
