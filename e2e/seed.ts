import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { openStorage } from '../server/storage/open';
import { altTexts, captionRuns, collections, images, items } from '../server/storage/schema';
import type { Database, Storage } from '../server/storage/storage';
import { draftOf } from '../server/workspace/draft';
import { DEFAULT_RULES } from '../server/workspace/house-rules';
import { sortKeyOf } from '../server/workspace/pages';
import { wordsOfAlt } from '../server/workspace/revise';
import { warningsOf } from '../server/workspace/warnings';

/** Rows of one statement. */
const CHUNK = 1000;

/** What a test says of an image of the workspace. */
export interface SeededImage {
  readonly name: string;
  /** The best first. */
  readonly captions: readonly string[];
  readonly confidence: number;
  readonly presentAlt?: string | null;
  readonly context?: string;
  /** A WebP; a plain colour where there is none. */
  readonly picture?: { readonly bytes: Buffer; readonly width: number; readonly height: number };
}

/** Fills the data folder of a server that is not started yet. @returns the collections' ids by name. */
export async function seedWorkspace(
  folder: string,
  given: Readonly<Record<string, readonly SeededImage[]>>,
  many: number,
): Promise<Record<string, string>> {
  const storage = await openStorage(
    { NEGAR_WORKSPACE: folder },
    { onDisconnect: () => undefined, onLost: () => undefined },
  );
  try {
    const ids: Record<string, string> = {};
    for (const [name, content] of Object.entries(given)) {
      ids[name] = await seedCollection(storage.database, name, content);
    }
    return { ...ids, many: await seedMany(storage, many) };
  } finally {
    await storage.close();
  }
}

/** Copies one image many times, in one statement. @returns the collection. */
async function seedMany({ database, executeSql }: Storage, count: number): Promise<string> {
  const first = { name: 'image-0.jpg', captions: ['number 0 of many'], confidence: 0 };
  const id = await seedCollection(database, 'many', [first]);
  await executeSql(
    `insert into negar.items (collection_id, image_hash, run_id, cached, batch, position, name,
       sort_key, source, confidence, alt, alt_length, state, version, warnings, search, keywords)
     select collection_id, image_hash, run_id, cached, batch, n, 'image-' || n || '.jpg',
       lpad(n::text, 9, '0'), source, n / ${count}.0, 'Number ' || n || ' of many.', 20, state,
       version, warnings, search, '{"nouns": ["number"], "verbs": [], "adjectives": []}'
     from negar.items, generate_series(1, ${count - 1}) n
     where collection_id = '${id}';
     insert into negar.alt_texts (item_id, version, parent, action, state, text)
     select id, version, null, 'caption', state, alt
     from negar.items where collection_id = '${id}' and position > 0`,
  );
  return id;
}

async function seedCollection(
  database: Database,
  name: string,
  content: readonly SeededImage[],
): Promise<string> {
  const [{ id: collectionId }] = await database.insert(collections).values({ name }).returning();
  const batch = crypto.randomUUID();
  const plain = await plainPicture();
  const drafts = content.map((image) => draftOf(writtenOf(image), DEFAULT_RULES));
  for (let start = 0; start < content.length; start += CHUNK) {
    const part = content.slice(start, start + CHUNK);
    const pictures = part.map(({ picture = plain }) => ({
      ...picture,
      hash: hashOf(picture.bytes),
    }));
    await database
      .insert(images)
      .values(
        pictures.map(({ hash, bytes, width, height }) => ({
          hash,
          width,
          height,
          byteCount: bytes.length,
          type: 'image/jpeg',
          thumbnail: bytes,
        })),
      )
      .onConflictDoNothing();
    const runs = await database
      .insert(captionRuns)
      .values(
        part.map((image, i) => ({
          imageHash: pictures[i].hash,
          model: 'tiny',
          modelVersion: '1',
          options: `${collectionId}/${start + i}`,
          confidence: image.confidence,
          ...writtenOf(image),
        })),
      )
      .returning({ id: captionRuns.id });
    const rows = await database
      .insert(items)
      .values(
        part.map((image, i) => {
          const { presentAlt = null, context = null } = image;
          const alt = drafts[start + i];
          const neighbours = [drafts[start + i - 1], drafts[start + i + 1]].filter(Boolean);
          const first = { alt, state: 'draft', name: image.name } as const;
          return {
            ...first,
            ...wordsOfAlt({ name: image.name, presentAlt, context }, alt),
            collectionId,
            batch,
            presentAlt,
            context,
            imageHash: pictures[i].hash,
            runId: runs[i].id,
            cached: false,
            position: start + i,
            sortKey: sortKeyOf(image.name),
            source: { kind: 'file', path: image.name } as const,
            confidence: image.confidence,
            version: 1,
            warnings: warningsOf({ ...first, rules: DEFAULT_RULES, neighbours }),
          };
        }),
      )
      .returning({ id: items.id, alt: items.alt });
    await database.insert(altTexts).values(
      rows.map(({ id, alt }) => ({
        itemId: id,
        version: 1,
        parent: null,
        action: 'caption' as const,
        state: 'draft' as const,
        text: alt,
      })),
    );
  }
  return collectionId;
}

function writtenOf({ captions, confidence }: SeededImage) {
  const candidates = captions.map((text, i) => ({
    text,
    logProbability: -2 - i,
    confidence: confidence / (i + 1),
  }));
  return { candidates, hedged: false };
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function plainPicture() {
  const [width, height] = [96, 64];
  const create = { width, height, channels: 3, background: '#4a90a4' } as const;
  return { bytes: await sharp({ create }).webp().toBuffer(), width, height };
}
