/** A name that no other tab has; works without a secure context, unlike `crypto.randomUUID`. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** This tab's own name, for as long as the page is open. */
export const TAB = newId();

const lockOf = (tab: string) => `negar-tab-${tab}`;

/** Shows other tabs that this one lives. */
export function holdTab(): void {
  void navigator.locks?.request(lockOf(TAB), () => new Promise(() => undefined));
}

/**
 * Calls back once a tab is closed, at once if it is already. Of several tabs that wait for it, one
 * at a time is called.
 */
export async function onceClosed(tab: string, call: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request(lockOf(tab), call);
  else await call();
}
