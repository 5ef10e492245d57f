/** A layer of a Keras model's configuration, those of models inside it included. */
export interface ConfiguredLayer {
  className: string;
  name: string;
  epsilon: number | undefined;
  /** Of the models that it is in, outermost first. */
  parents: readonly string[];
}

/** Lists the layers of a Keras configuration (`config.json`, `model_config`, `modelTopology`), in order; none when there is no such thing. */
export function layersOfConfig(config: unknown, parents: readonly string[] = []): ConfiguredLayer[] {
  const entries = field(field(config, 'model_config') ?? config, 'config');
  const layers = Array.isArray(entries) ? entries : field(entries, 'layers');
  if (!Array.isArray(layers)) return [];
  return layers.flatMap((layer: unknown) => {
    const inner = field(layer, 'config');
    const name = String(field(inner, 'name') ?? field(layer, 'name') ?? '');
    const epsilon = field(inner, 'epsilon');
    const own = {
      ...{ className: String(field(layer, 'class_name') ?? ''), name, parents },
      epsilon: typeof epsilon === 'number' ? epsilon : undefined,
    };
    return [own, ...layersOfConfig(layer, [...parents, name])];
  });
}

/** ε of every batch normalisation by the layer's name. */
export const epsilonsOf = (layers: readonly ConfiguredLayer[]): Map<string, number> =>
  new Map(layers.flatMap(({ name, epsilon }) => (epsilon === undefined ? [] : [[name, epsilon] as const])));

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
