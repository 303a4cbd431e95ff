import { sql } from 'drizzle-orm';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '../server/storage/open';
import type { Database } from '../server/storage/storage';
import { countFacets } from '../server/workspace/facets';
import { type ItemFilter, itemListInputSchema } from '../server/workspace/item';
import { countItems, listItems } from '../server/workspace/list-items';
import { percentile } from './statistics';
import { fillWorkspace, WORDS } from './workspace-items';

/**
 * `npm run bench:workspace`: how long lists, filters and searches of 10,000 items take on PGlite, and
 * what memory they leave behind. `DATABASE_URL` measures on an empty database of PostgreSQL instead.
 */

const ITEMS = 10_000;
const ROUNDS = 30;
/** Bar: milliseconds, p95. */
const MAX_P95 = 100;
/** Bar: growth of memory over all rounds but the first ones, bytes. */
const MAX_GROWTH = 32 * 1024 * 1024;

type Question = (database: Database, collectionId: string, round: number) => Promise<unknown>;

const QUESTIONS: Record<string, Question> = {
  'first page, least confident': list({}),
  'first page, newest': list({ sort: 'newest' }),
  'first page, by name': list({ sort: 'name' }),
  'page in the middle': middle('confidence'),
  'page in the middle, by name': middle('name'),
  state: list({ filter: { states: ['edited'] } }),
  confidence: list({ filter: { confidence: { from: 0.4, to: 0.5 } } }),
  length: list({ filter: { length: { from: 100, to: 500 } } }),
  missing: list({ filter: { missing: true } }),
  'same picture': list({ filter: { duplicates: 'picture' } }),
  'same text': list({ filter: { duplicates: 'text' } }),
  warnings: list({ filter: { warnings: ['repeated', 'tooLong'] } }),
  word: (database, id, round) => list({ filter: { word: wordOf(round) } })(database, id, round),
  search: (database, id, round) =>
    list({ filter: { search: `${wordOf(round)} ${wordOf(round + 7).slice(0, 3)}` } })(
      database,
      id,
      round,
    ),
  keywords: list({ filter: { keywords: { nouns: ['dog'], adjectives: ['red'] } } }),
  'search without a match': list({ filter: { search: 'nowhere' } }),
  count: (database, collectionId) => countItems(database, { collectionId, filter: {} }),
  'count of a search': (database, collectionId, round) =>
    countItems(database, { collectionId, filter: { search: wordOf(round) } }),
  'counts of keywords': countKeywords({}),
  'counts of keywords, of a keyword': countKeywords({ keywords: { nouns: ['dog'] } }),
  'counts of keywords, to review': countKeywords({ states: ['draft', 'edited'] }),
};

const folder = await mkdtemp(join(tmpdir(), 'negar-bench-'));
const { DATABASE_URL } = process.env;
const storage = await openStorage(
  { DATABASE_URL, NEGAR_WORKSPACE: folder },
  { onDisconnect: () => undefined, onLost: () => undefined },
);
try {
  const collectionId = await fillWorkspace(storage.database, ITEMS);
  await storage.database.execute(sql`analyze`);
  process.exitCode = (await measure(storage.database, collectionId)) ? 0 : 1;
} finally {
  await storage.close();
  await rm(folder, { recursive: true });
}

/** @returns whether it stays below the bars. */
async function measure(database: Database, collectionId: string): Promise<boolean> {
  console.log(
    `${ITEMS} items, ${storage.kind}; ${cpus().length} cores, Node ${process.versions.node}`,
  );
  for (const ask of Object.values(QUESTIONS)) await ask(database, collectionId, 0);
  const before = memory();
  const worst: number[] = [];
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    const taken: number[] = [];
    const computed: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      const { user: idle, system: idleSystem } = process.cpuUsage();
      await ask(database, collectionId, round);
      taken.push(performance.now() - started);
      const { user, system } = process.cpuUsage();
      computed.push((user + system - idle - idleSystem) / 1000);
    }
    const p95 = percentile(taken, 0.95);
    worst.push(p95);
    const texts = [percentile(taken, 0.5), p95, percentile(computed, 0.95)].map((ms) =>
      ms.toFixed(1),
    );
    console.log(
      `${name.padEnd(30)} p50 ${texts[0]} ms, p95 ${texts[1]} ms, of CPU time p95 ${texts[2]} ms`,
    );
  }
  const after = memory();
  console.log(`memory: ${megabytes(before)} before, ${megabytes(after)} after`);
  return Math.max(...worst) < MAX_P95 && after - before < MAX_GROWTH;
}

function list(input: object): Question {
  return (database, collectionId) =>
    listItems(database, itemListInputSchema.parse({ collectionId, ...input }));
}

function countKeywords(filter: ItemFilter): Question {
  return (database, collectionId) => countFacets(database, { collectionId, filter, limit: 50 });
}

/** The page after five others of 200 items. */
function middle(sort: 'confidence' | 'name'): Question {
  let cursor: string | null = null;
  return async (database, collectionId) => {
    const page = (more: object) =>
      listItems(database, itemListInputSchema.parse({ collectionId, sort, ...more }));
    if (cursor === null) {
      for (let i = 0; i < 5; i++) ({ nextCursor: cursor } = await page({ limit: 200, cursor }));
    }
    return page({ cursor });
  };
}

function wordOf(round: number): string {
  return WORDS[round % WORDS.length];
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
