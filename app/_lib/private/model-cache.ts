/** The part of Cache Storage that holds the model, shared by all tabs. */
export const MODEL_CACHE = 'negar-models';

/** The manifest that is kept last, once everything else of the model is. */
const LAST_FILE = '/models/encoder/manifest.json';

/** Whether the whole model is kept in this browser. */
export async function isModelKept(): Promise<boolean> {
  return (await caches.match(LAST_FILE, { cacheName: MODEL_CACHE })) !== undefined;
}

export async function dropModel(): Promise<void> {
  await caches.delete(MODEL_CACHE);
}
