import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** A database, or a transaction of one, whichever kind it is. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** An open database with the newest schema. */
export interface Storage {
  readonly kind: 'pglite' | 'postgresql';
  readonly database: Database;
  /** Runs SQL as it is, several statements where there are no values. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Does work that changes the schema while no other process does. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What befalls a storage while it is open. */
export interface StorageEvents {
  /** A connection broke; the next query gets another one. */
  onDisconnect(error: Error): void;
  /** Another process took the data folder, for instance while this one was suspended. */
  onLost(error: Error): void;
}

/** Where the workspace keeps everything. */
export interface Workspace {
  /**
   * The storage, which the first call opens; after a failure the next call tries again.
   * @throws {NegarError} WORKSPACE_LOCKED, WORKSPACE_UNAVAILABLE.
   */
  open(): Promise<Storage>;
}
