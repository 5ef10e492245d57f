import { convolutionsOf, type Network } from './network.js';

/** The group of every layer by name: 0 for the classifier, 1 for the top of the backbone, `BACKBONE_GROUPS` for its first layers. */
export function layerGroups(network: Pick<Network, 'layers'>): Map<string, number> {
  return new Map([['predictions', 0], ...convolutionsOf(network).map(({ name, group }) => [name, group] as const)]);
}
