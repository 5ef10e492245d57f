export * from './cut-facing.js';
export * from './folder-picture-store.js';
export * from './picture-id.js';
export * from './picture-store.js';
export * from './pictures.errors.js';
