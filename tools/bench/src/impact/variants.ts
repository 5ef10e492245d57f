import type { ImpactParameters } from './parameters.js';
import type { Variants } from './simulate-chain.js';

const platform =
  (changes: Partial<ImpactParameters['platform']>) =>
  (parameters: ImpactParameters): Partial<ImpactParameters> => ({ platform: { ...parameters.platform, ...changes } });

const staff =
  (changes: Partial<ImpactParameters['staff']>) =>
  (parameters: ImpactParameters): Partial<ImpactParameters> => ({ staff: { ...parameters.staff, ...changes } });

/** What the result hangs on: one parameter changed at a time, in the arm with the platform only. */
export const SENSITIVITY: Variants = {
  'staff respond after 5 minutes': platform({ responseMinutes: 5 }),
  'staff respond after 90 minutes': platform({ responseMinutes: 90 }),
  'vision of the worst scenario (precision 0.95, recall 0.93)': platform({ precision: 0.95, recall: 0.93 }),
  'half of the places watched': platform({ watchedShare: 0.5 }),
  'a third of the staff time': staff({ roundMinutes: 20 }),
  'no guided counts': platform({ guidedCountsPerDay: 0 }),
  '4 guided counts a day': platform({ guidedCountsPerDay: 4 }),
  '12 guided counts a day': platform({ guidedCountsPerDay: 12 }),
};

/** The most shops for which the sensitivities are played: they show directions, not digits. */
export const SENSITIVITY_SHOPS = 5;
