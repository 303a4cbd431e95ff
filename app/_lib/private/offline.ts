/** What `tools/build.mjs` makes of `app/_worker/service-worker.ts`. */
const SERVICE_WORKER = '/sw.js';

/**
 * Keeps the pages in this browser, so that they open without a network. Resolves once they are, or
 * once it turns out that the browser does not allow it.
 */
export async function keepPages(): Promise<void> {
  try {
    await navigator.serviceWorker.register(SERVICE_WORKER);
    await navigator.serviceWorker.ready;
  } catch (error) {
    console.warn('Negar will not work offline:', error);
  }
}

export async function arePagesKept(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.active != null;
}
