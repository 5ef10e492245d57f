export * from './cloud-event.js';
export * from './events/camera-frame-captured.js';
export * from './events/camera-health-changed.js';
export * from './events/reorder-requested.js';
export * from './events/slot-state-changed.js';
export * from './events/stock-event-changed.js';
export * from './http/classify-frame.js';
export * from './topics.js';
