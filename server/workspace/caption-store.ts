import { and, eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { CaptionOptions } from '../../models/captioner/options';
import { NegarError } from '../../models/errors';
import type { ServedCaption } from '../inference/inference';
import { captionRuns, images, originals } from '../storage/schema';
import type { Database } from '../storage/storage';

/** A picture as the workspace keeps it. */
export interface Picture {
  /** Of the file. */
  readonly byteCount: number;
  /** Media type of the file. */
  readonly type: string;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** WebP of at most 768 x 768 pixels. */
  readonly thumbnail: Uint8Array;
}

/** What tells a caption from every other. */
export interface CaptionKey {
  /** See {@link hashOf}. */
  readonly hash: string;
  readonly model: { readonly id: string; readonly version: string };
  readonly options: CaptionOptions;
}

export type CaptionRun = typeof captionRuns.$inferSelect;

/** The content hash of a file: SHA-256, hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The caption that a model wrote before about the same picture with the same options. */
export async function findCaption(
  database: Database,
  { hash, model, options }: CaptionKey,
): Promise<CaptionRun | undefined> {
  const [run] = await database
    .select()
    .from(captionRuns)
    .where(
      and(
        eq(captionRuns.imageHash, hash),
        eq(captionRuns.model, model.id),
        eq(captionRuns.modelVersion, model.version),
        eq(captionRuns.options, spell(options)),
      ),
    );
  return run;
}

/** Stores what a model wrote, with the picture; of two that do so at once, the first one's stays. */
export async function storeRun(
  transaction: Database,
  { hash, options }: Pick<CaptionKey, 'hash' | 'options'>,
  { caption, picture }: { readonly caption: ServedCaption; readonly picture: Picture },
): Promise<CaptionRun> {
  const { candidates, hedged, model } = caption;
  await transaction
    .insert(images)
    .values({ hash, ...picture })
    .onConflictDoNothing();
  await transaction
    .insert(captionRuns)
    .values({
      imageHash: hash,
      model: model.id,
      modelVersion: model.version,
      options: spell(options),
      candidates,
      confidence: candidates[0].confidence,
      hedged,
    })
    .onConflictDoNothing();
  const run = await findCaption(transaction, { hash, model, options });
  if (run) return run;
  throw new NegarError('INTERNAL', 'A caption was stored and cannot be found.');
}

/** Keeps the file of a picture that is stored already. */
export async function storeOriginal(
  transaction: Database,
  hash: string,
  bytes: Uint8Array,
): Promise<void> {
  await transaction.insert(originals).values({ hash, bytes }).onConflictDoNothing();
}

/** The options that decide what a model writes, in one spelling; the rest only words the alt text. */
function spell(options: CaptionOptions): string {
  const { beamWidth, candidates, maxWords, rareWords, temperature, seed } = options;
  const sampling = temperature === undefined ? {} : { temperature, seed };
  return JSON.stringify({ beamWidth, candidates, maxWords, rareWords, ...sampling });
}
