/**
 * A signal that is aborted from the moment another thread sets the flag; it emits no event. A message
 * would not do: decoding on WASM goes from microtask to microtask, and messages wait until it is over.
 */
export function signalOf(flag: Int32Array): AbortSignal {
  const { signal } = new AbortController();
  return Object.defineProperty(signal, 'aborted', { get: () => Atomics.load(flag, 0) === 1 });
}
