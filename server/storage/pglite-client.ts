import { PGlite, types } from '@electric-sql/pglite';

/**
 * PGlite, with bytes passed on as they are. By default they go through an array with a string for each
 * byte, which takes seconds and hundreds of megabytes for a large photo.
 * @param folder of the database; left out, it is in memory.
 */
export function createPglite(folder?: string): Promise<PGlite> {
  return PGlite.create({
    dataDir: folder,
    serializers: { [types.BYTEA]: asItIs },
    parsers: { [types.BYTEA]: (hexadecimal) => Buffer.from(hexadecimal.slice(2), 'hex') },
  });
}

/** PGlite sends bytes in binary form, though the type of serializers knows only of text. */
const asItIs = ((bytes: Uint8Array) => bytes) as unknown as (value: unknown) => string;
