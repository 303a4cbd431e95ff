/** Loaded into a server by the soak test: SIGUSR2 collects garbage, so that memory can be compared. */
process.on('SIGUSR2', () => globalThis.gc?.());
