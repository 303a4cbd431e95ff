import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  window.addEventListener('online', listener, { signal });
  window.addEventListener('offline', listener, { signal });
  return () => listeners.abort();
}

/** Whether there is a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}
