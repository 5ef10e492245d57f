export { adminPassword } from './data-folder/admin-password.js';
export { ApiClient } from './demo/api-client.js';
export { ServiceProcess, type ServiceSpec } from './process/service-process.js';
export { Teardown } from './process/teardown.js';
