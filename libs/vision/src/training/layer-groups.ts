import { convolutionsOf, type MobileNetV2Architecture } from '../mobilenet-v2/architecture.js';

/** Number of groups that the backbone is cut into for unfreezing. */
export const BACKBONE_GROUPS = 5;

/** The first block of each group, from the top of the network down; the cuts are where the picture's resolution or width changes. */
const firstBlocks = [14, 11, 7, 4, 0];

/**
 * The group of every layer by name: 0 for the classifier, 1 for the top of the backbone, `BACKBONE_GROUPS` for its first layers.
 */
export function layerGroups(architecture: MobileNetV2Architecture): Map<string, number> {
  const groups = new Map([['predictions', 0]]);
  for (const { name } of convolutionsOf(architecture)) {
    const block = /^block_(\d+)_/.exec(name);
    if (name === architecture.last.name) groups.set(name, 1);
    else groups.set(name, firstBlocks.findIndex((first) => Number(block?.[1] ?? 0) >= first) + 1);
  }
  return groups;
}
