import { fileURLToPath } from 'node:url';

/** The project's folders; `dist/`, where the server is bundled to, lies beside `server/`. */

/** The shipped artefacts. */
export const SHIPPED_MODELS = fileURLToPath(new URL('../public/models', import.meta.url));

/** SQL that brings a database to the newest schema. */
export const MIGRATIONS_FOLDER = fileURLToPath(
  new URL('../server/storage/migrations', import.meta.url),
);

/** Where the workspace is kept unless told otherwise. */
export const DATA_FOLDER = fileURLToPath(new URL('../.data', import.meta.url));
