/**
 * A job's flags in memory that the pool and a worker share. A message would not do: decoding on WASM
 * goes from microtask to microtask, so a worker reads its messages only when the caption is finished.
 */
const STARTED = 0;
const CANCELLED = 1;

export function createFlags(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

export function markStarted(flags: Int32Array): void {
  Atomics.store(flags, STARTED, 1);
}

export function hasStarted(flags: Int32Array): boolean {
  return Atomics.load(flags, STARTED) === 1;
}

export function cancel(flags: Int32Array): void {
  Atomics.store(flags, CANCELLED, 1);
}

/** A signal that is aborted from the moment the flags are cancelled; it emits no event. */
export function signalOf(flags: Int32Array): AbortSignal {
  const { signal } = new AbortController();
  return Object.defineProperty(signal, 'aborted', {
    get: () => Atomics.load(flags, CANCELLED) === 1,
  });
}
