import { and, eq } from 'drizzle-orm';
import type { Describer } from '../metadata/describer';
import { items } from '../storage/schema';
import type { Database } from '../storage/storage';
import { hashOf } from '../workspace/caption-store';
import type { PatchOptions } from './choose-alt';

/** What became of a picture file that was handed in. */
export const DESCRIBED = ['written', 'unknown', 'ambiguous', 'state', 'decorative'] as const;

export interface DescribedPhoto {
  /** `written`, or why there is no file; the words are those of patches. */
  readonly outcome: (typeof DESCRIBED)[number];
  readonly alt?: string;
  readonly photo?: Uint8Array<ArrayBuffer>;
}

/**
 * Writes the alt text of a collection's picture into its file, which is recognised by its content.
 * @throws {NegarError} what {@link Describer.describe} throws.
 */
export async function describePhoto(
  database: Database,
  describer: Describer,
  { collectionId, states }: { readonly collectionId: string } & Pick<PatchOptions, 'states'>,
  photo: Uint8Array<ArrayBuffer>,
  signal?: AbortSignal,
): Promise<DescribedPhoto> {
  const uses = await database
    .selectDistinct({ alt: items.alt, state: items.state })
    .from(items)
    .where(and(eq(items.collectionId, collectionId), eq(items.imageHash, hashOf(photo))));
  const wanted = uses.filter(({ state }) => states.includes(state));
  const texts = new Set(wanted.map(({ alt }) => alt));
  if (uses.length === 0) return { outcome: 'unknown' };
  if (texts.size > 1) return { outcome: 'ambiguous' };
  const [alt] = texts;
  if (alt === undefined) return { outcome: 'state' };
  if (alt === '') return { outcome: 'decorative' };
  return { outcome: 'written', alt, photo: await describer.describe(photo, alt, signal) };
}
