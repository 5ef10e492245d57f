/** How many pictures of each product a data set gets, by side; the sides are shot with seeds of their own. */
export interface DataSetPlan {
  seed: string;
  perClass: { train: number; validation: number; test: number };
}

export const SIDES = ['train', 'validation', 'test'] as const;
export type Side = (typeof SIDES)[number];

/** Groups are named `<side>/<picture>`, so that a finished data set still tells its sides apart. */
export const groupOf = (side: Side, picture: number): string => `${side}/${picture}`;
export const sideOf = (group: string): Side => SIDES.find((side) => group.startsWith(`${side}/`)) ?? 'train';
