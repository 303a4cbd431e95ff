import type { Backend } from './protocol';

const KEY = 'negar-backend';

/** The backend that was fastest in this browser; undefined before that was measured. */
export function rememberedBackend(): Backend | undefined {
  try {
    return (localStorage.getItem(KEY) as Backend | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Does nothing where the browser keeps nothing. */
export function rememberBackend(backend: Backend): void {
  try {
    localStorage.setItem(KEY, backend);
  } catch {
    // It is measured again the next time.
  }
}
