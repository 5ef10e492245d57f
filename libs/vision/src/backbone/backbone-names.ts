/** Names of the backbones. In a file of its own: naming one must not load them. */
export const backboneNames = ['mobilenet-v2', 'efficientnet-lite0'] as const;
export type BackboneName = (typeof backboneNames)[number];
