import { useEffect, useEffectEvent } from 'react';

/** Calls back with the first file of what is dropped anywhere on the page. */
export function useDroppedFile(onFile: (file: File) => void): void {
  const take = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) onFile(file);
  });
  useEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    // Without this the browser opens the file instead of dropping it.
    document.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    document.addEventListener('drop', take, { signal });
    return () => listeners.abort();
  }, []);
}
