import type { Group } from 'h5wasm';
import type { ConfiguredLayer } from './keras-config.js';

/**
 * Names of the layers in a file of Keras 3, by their path (`layers/conv2d_3`). Newer versions write the name beside the weights; of older
 * ones the path tells the class and a running number, and the configuration the names in the same order.
 */
export function nameKerasLayers(file: Group, configured: readonly ConfiguredLayer[]): Map<string, string> {
  const names = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (const { className, name, parents } of configured) {
    if (parents.length > 0) continue;
    const key = snakeCase(className);
    const number = numbers.get(key) ?? 0;
    numbers.set(key, number + 1);
    names.set(`layers/${key}${number === 0 ? '' : `_${number}`}`, name);
  }
  for (const [path, name] of statedNames(file)) names.set(path, name);
  return names;
}

function statedNames(group: Group, prefix = ''): [path: string, name: string][] {
  return group.keys().flatMap((key) => {
    const entity = group.get(key);
    if (entity === null || !('keys' in entity)) return [];
    const inner = entity as Group;
    const name = key === 'vars' ? inner.attrs['name']?.value : undefined;
    const own: [string, string][] = typeof name === 'string' ? [[prefix.slice(0, -1), name]] : [];
    return [...own, ...statedNames(inner, `${prefix}${key}/`)];
  });
}

/** As Keras does: `DepthwiseConv2D` → `depthwise_conv2d`. */
const snakeCase = (name: string): string =>
  name
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
