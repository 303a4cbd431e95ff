import { MIGRATIONS_FOLDER } from '../folders';

/** As in drizzle.config.ts. */
export const DIALECT = { casing: 'snake_case' } as const;

export const MIGRATIONS = {
  migrationsFolder: MIGRATIONS_FOLDER,
  /** Of this project, in a schema that Drizzle makes. */
  migrationsTable: 'negar_migrations',
};
