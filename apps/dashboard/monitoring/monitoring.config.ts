/** Where the server of this page finds monitoring. Read when it runs, not when it is built: one build serves every shop. */
export function monitoringUrl(): string {
  return (process.env.MONITORING_URL ?? 'http://127.0.0.1:4201').replace(/\/+$/, '');
}
