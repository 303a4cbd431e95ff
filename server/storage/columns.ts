import { customType, timestamp } from 'drizzle-orm/pg-core';

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});

/** Words for the full-text search, as `searchWords` writes them. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });
