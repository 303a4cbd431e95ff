import { desc, eq } from 'drizzle-orm';
import { altTexts, captionRuns, images, items, originals } from '../storage/schema';
import type { Database } from '../storage/storage';
import { candidateAlt } from './draft';
import type { Item, ItemDetail } from './item';
import { summary, toItem } from './list-items';
import { noItem } from './missing';
import { originalPath } from './pictures';
import { rulesOf } from './rules';

/** @throws {NegarError} RECORD_NOT_FOUND. */
export async function getItem(database: Database, id: number): Promise<Item> {
  const [row] = await database
    .select(summary)
    .from(items)
    .innerJoin(images, eq(images.hash, items.imageHash))
    .where(eq(items.id, id));
  if (!row) throw noItem();
  return toItem(row);
}

/** @throws {NegarError} RECORD_NOT_FOUND. */
export async function getItemDetail(database: Database, id: number): Promise<ItemDetail> {
  const { context, source, cached, createdAt, keywords } = items;
  const { byteCount, type } = images;
  const [found] = await database
    .select({
      row: { ...summary, context, source, cached, createdAt, keywords, byteCount, type },
      run: captionRuns,
      kept: originals.hash,
    })
    .from(items)
    .innerJoin(images, eq(images.hash, items.imageHash))
    .innerJoin(captionRuns, eq(captionRuns.id, items.runId))
    .leftJoin(originals, eq(originals.hash, items.imageHash))
    .where(eq(items.id, id));
  if (!found) throw noItem();
  const { row, run, kept } = found;
  const rules = await rulesOf(database, row.collectionId);
  const history = await database
    .select()
    .from(altTexts)
    .where(eq(altTexts.itemId, id))
    .orderBy(desc(altTexts.version));
  return {
    ...toItem(row),
    candidates: run.candidates.map(({ text, confidence }) => ({
      text,
      alt: candidateAlt(text, rules),
      confidence,
    })),
    history,
    canUndo: history[0].parent !== null,
    original: kept && originalPath(kept),
    model: { id: run.model, version: run.modelVersion },
  };
}
