// Preloaded into every service (`node --import`): when the supervisor dies, even by kill -9, its end of the pipe closes and the service goes too.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 5_000).unref();
});
process.channel?.unref();
