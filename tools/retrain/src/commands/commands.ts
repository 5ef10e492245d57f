import type { Command } from './command.js';
import { findMislabels, freeze, importPictures, listDataSets } from './data-set-commands.js';
import { listModels, promote, rollBack, showGate, showModel } from './model-commands.js';
import { changeRun, estimate, followRun, listRuns, train } from './run-commands.js';

export const commands: Readonly<Record<string, Command>> = {
  ...{ 'data-sets': listDataSets, import: importPictures, mislabels: findMislabels, freeze },
  ...{ estimate, train, runs: listRuns, follow: followRun },
  ...{ pause: changeRun('pause'), cancel: changeRun('cancel'), resume: changeRun('resume') },
  ...{ models: listModels, show: showModel, gate: showGate, promote, rollback: rollBack },
};
