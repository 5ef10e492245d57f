/** Every topic of the event stream. The key is what must stay in order. */
export const TOPICS = {
  /** Value: JPEG, PNG or WebP bytes. Key: camera id. Pictures are large: the size limit (each partition's) keeps a disk from filling. */
  frameCaptured: {
    name: 'camera.frame.captured.v1',
    partitions: 4,
    retentionMs: 6 * 3_600_000,
    retentionBytes: 512 * 1024 ** 2,
  },
  /** Value: {@link CameraHealthChanged}. Key: camera id. */
  cameraHealthChanged: { name: 'camera.health.changed.v1', partitions: 4, retentionMs: 7 * 86_400_000 },
  /** Value: {@link SlotStateChanged}. Key: slot id. */
  slotStateChanged: { name: 'shelf.slot-state.changed.v1', partitions: 4, retentionMs: 7 * 86_400_000 },
  /** Value: {@link StockEventChanged}: opened, updated, closed, retracted. Key: slot id, so that one slot's story stays in order. */
  stockEventChanged: { name: 'shelf.stock-event.changed.v1', partitions: 4, retentionMs: 30 * 86_400_000 },
  /** Value: {@link ReorderRequested}. Key: store id and GTIN. */
  reorderRequested: { name: 'inventory.reorder.requested.v1', partitions: 4, retentionMs: 30 * 86_400_000 },
  /** Value: {@link ReorderChanged}. Key: store id and GTIN. */
  reorderChanged: { name: 'inventory.reorder.changed.v1', partitions: 4, retentionMs: 30 * 86_400_000 },
} as const;

export const deadLetterTopic = (topic: string): string => `${topic}.dlq`;
