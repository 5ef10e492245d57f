/** Options that every benchmark understands; each reads what it needs. */
export interface BenchOptions {
  seed: number;
  scenario: string | undefined;
  world: 'drawn' | 'photos';
  /** Folder of a class-labelled data set, for `--world photos` and `transfer`. */
  data: string | undefined;
  /** Of training, for `transfer`. */
  strategy: string | undefined;
  /** Folder of weights that training starts from; by default the shipped model's own. */
  start: string | undefined;
  /** Tells a waiting person how far we are; goes to standard error. */
  progress: (line: string) => void;
}

export type Figure = number | string | boolean | null | readonly Figure[] | { readonly [name: string]: Figure };
export type Figures = Readonly<Record<string, Figure>>;

export interface Bench {
  name: string;
  summary: string;
  run(options: BenchOptions): Promise<Figures>;
}
