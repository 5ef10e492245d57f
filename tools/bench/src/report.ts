import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import type { Figure, Figures } from './bench.js';

export interface BenchReport {
  bench: string;
  commit: string;
  seed: number;
  machine: { cpu: string; cores: number; memoryGb: number; node: string };
  figures: Figures;
}

export const reportOf = (bench: string, seed: number, figures: Figures): BenchReport => ({
  bench,
  commit: currentCommit(),
  seed,
  machine: {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.versions.node,
  },
  figures,
});

function currentCommit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}

/** The figures as lines for people. */
export function formatFigures(figures: Figures, indent = ''): string[] {
  return Object.entries(figures).flatMap(([name, figure]) =>
    isGroup(figure)
      ? [`${indent}${name}:`, ...formatFigures(figure, `${indent}  `)]
      : [`${indent}${name}: ${formatFigure(figure)}`],
  );
}

const isGroup = (figure: Figure): figure is Figures =>
  typeof figure === 'object' && figure !== null && !Array.isArray(figure);

const formatFigure = (figure: Figure): string =>
  typeof figure === 'number'
    ? String(Number(figure.toPrecision(5)))
    : typeof figure === 'string'
      ? figure
      : JSON.stringify(figure);
