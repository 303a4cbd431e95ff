import { storageOf } from '../storage/pglite';
import { createPglite } from '../storage/pglite-client';
import type { Storage, Workspace } from '../storage/storage';

/** A new PGlite in memory with the newest schema. */
export async function openMemoryStorage(): Promise<Storage> {
  return storageOf(await createPglite());
}

export function workspaceOf(storage: Storage): Workspace {
  return { open: () => Promise.resolve(storage) };
}
