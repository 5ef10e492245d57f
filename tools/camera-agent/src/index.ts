export * from './run-agent.js';
