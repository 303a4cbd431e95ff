import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { captionRuns, items } from '../storage/schema';
import type { Database } from '../storage/storage';
import type { AltState } from '../workspace/kinds';
import type { ExportRow } from './row';

/** Rows that are read at a time. */
const PAGE = 500;

export interface ExportSelection {
  readonly collectionId: string;
  /** Only alt texts in one of these states. */
  readonly states?: readonly AltState[];
}

/** A page of a collection's alt texts, in the order in which they came. */
export async function exportPage(
  database: Database,
  { collectionId, states }: ExportSelection,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<ExportRow[]> {
  const rows = await database
    .select({
      id: items.id,
      version: items.version,
      file: items.name,
      source: items.source,
      alt: items.alt,
      state: items.state,
      present: items.presentAlt,
      caption: sql<string>`${captionRuns.candidates} -> 0 ->> 'text'`,
      confidence: items.confidence,
      model: captionRuns.model,
      modelVersion: captionRuns.modelVersion,
      reviewer: items.reviewer,
      changedAt: items.changedAt,
      hash: items.imageHash,
    })
    .from(items)
    .innerJoin(captionRuns, eq(captionRuns.id, items.runId))
    .where(
      and(
        eq(items.collectionId, collectionId),
        gt(items.id, after),
        states && inArray(items.state, [...states]),
      ),
    )
    .orderBy(asc(items.id))
    .limit(limit);
  return rows.map(({ source, model, modelVersion, changedAt, ...row }) => ({
    ...row,
    address: source.kind === 'url' ? source.url : source.path,
    page: (source.kind === 'url' && source.page) || '',
    model: `${model} ${modelVersion}`,
    changed: changedAt.toISOString(),
  }));
}

/** All of a collection's alt texts, of which a page at a time is in memory. */
export async function* exportRows(
  database: Database,
  selection: ExportSelection,
): AsyncGenerator<ExportRow> {
  for (let after = 0; ;) {
    const page = await exportPage(database, selection, { after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}
