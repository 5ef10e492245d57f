export {};
export * from './serving.js';
