/** Loaded into a server by a test: SIGUSR2 ends its first worker thread, as a crash would. */
process.on('SIGUSR2', () => {
  const { inference } = globalThis[Symbol.for('negar.runtime')];
  void inference.threads.threads.threads[0].terminate();
});
