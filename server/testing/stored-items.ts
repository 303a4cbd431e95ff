import { jobItems, jobs } from '../storage/schema';
import type { Database } from '../storage/storage';
import { hashOf } from '../workspace/caption-store';
import { createCollection } from '../workspace/collections';
import { storeItem } from '../workspace/store-item';
import { CAPTION } from './fake-inference';

/** What a test says of an item; the rest is made up. */
export interface GivenItem {
  readonly caption?: string;
  readonly candidates?: readonly string[];
  readonly confidence?: number;
  readonly name?: string;
  readonly presentAlt?: string | null;
  readonly context?: string | null;
  /** Items with the same one have the same picture. */
  readonly picture?: string;
}

/** Makes a collection with a job whose items are all captioned, and returns the ids of the items. */
export async function storeItems(
  database: Database,
  given: readonly GivenItem[],
  { keepOriginals = false } = {},
): Promise<{ collectionId: string; ids: number[] }> {
  const { id: collectionId } = await createCollection(database, { name: 'Test', keepOriginals });
  const [job] = await database
    .insert(jobs)
    .values({
      collectionId,
      kind: 'files',
      name: 'Test',
      state: 'running',
      options: {},
      keepOriginals: false,
    })
    .returning();
  const ids: number[] = [];
  for (const [position, item] of given.entries()) {
    const { name = `photo-${position}.jpg`, presentAlt, context } = item;
    const [{ id: jobItemId }] = await database
      .insert(jobItems)
      .values({
        jobId: job.id,
        key: String(position),
        position,
        name,
        source: { kind: 'file', path: name },
        presentAlt,
        context,
      })
      .returning();
    const bytes = new TextEncoder().encode(item.picture ?? `${job.id}/${position}`);
    const id = await storeItem(database, {
      jobItemId,
      hash: hashOf(bytes),
      bytes,
      found: { caption: captionOf(item), picture: { ...PICTURE, byteCount: bytes.length } },
    });
    ids.push(id!);
  }
  return { collectionId, ids };
}

const PICTURE = {
  byteCount: 3,
  type: 'image/jpeg',
  width: 640,
  height: 480,
  thumbnail: new Uint8Array([1, 2, 3]),
};

function captionOf({ caption = 'a dog', candidates = [caption], confidence = 0.7 }: GivenItem) {
  return {
    ...CAPTION,
    candidates: candidates.map((text, index) => ({
      text,
      logProbability: -2 - index,
      confidence: confidence / (index + 1),
    })),
  };
}
