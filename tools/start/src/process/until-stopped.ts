/** Resolves at Ctrl-C or SIGTERM. A second Ctrl-C does not wait for an orderly end: the services then go with this process. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (stopping && signal === 'SIGINT') process.exit(130);
        if (!stopping) console.log('\nStopping; a moment, please. (Ctrl-C again ends at once.)');
        stopping = true;
        resolve();
      });
    }
  });
