import { describe } from '../../models/captioner/describe';
import { createCiderScorer } from '../../models/metrics/cider';
import { detokenize } from '../../models/text/tokenizer';
import { type CaptionedPhoto, forEachPhoto, type Split } from '../data/flickr8k';
import { attentionImage, thumbnail } from './attention-image';
import type { Captions } from './measure';
import type { ShippedModel } from './shipped-model';

/** A photo with what the model wrote for it. */
export interface GalleryItem {
  readonly name: string;
  /** Data URL. */
  readonly photo: string;
  readonly words: readonly GalleryWord[];
  readonly alt: string;
  readonly confidence: number;
  /** CIDEr-D, x100. */
  readonly cider: number;
  readonly references: readonly string[];
}

interface GalleryWord {
  readonly text: string;
  readonly probability: number;
  /** Data URL of a shade over the photo; null without attention. */
  readonly attention: string | null;
}

/** Photos whose captions have the best, the middle and the worst scores. */
export interface Gallery {
  readonly best: readonly GalleryItem[];
  readonly median: readonly GalleryItem[];
  readonly worst: readonly GalleryItem[];
}

/**
 * Chooses photos by the CIDEr-D of their captions; among equals the more confident caption counts as
 * the worse one.
 * @param captions of the split's photos, in their order.
 * @param count photos of each kind.
 */
export async function chooseGallery(
  { manifest, decoder: { vocabulary } }: ShippedModel,
  split: Split,
  photos: readonly CaptionedPhoto[],
  captions: Captions,
  count = 12,
): Promise<Gallery> {
  const scorer = createCiderScorer(photos.map((photo) => photo.captions));
  const language = { vocabulary, calibration: manifest.confidence };
  const described = photos.map(({ name, captions: references }, i) => {
    const { candidates, words, alt } = describe(language, captions[i], {
      neutral: false,
      altLength: 125,
    });
    return {
      name,
      words,
      alt,
      confidence: candidates[0].confidence,
      cider: 100 * scorer.score(i, vocabulary.decode(captions[i][0].tokens)),
      references: references.map(detokenize),
    };
  });
  const sorted = described.sort((a, b) => b.cider - a.cider || a.confidence - b.confidence);
  const middle = Math.max(0, Math.floor((sorted.length - count) / 2));
  const chosen = {
    best: sorted.slice(0, count),
    median: sorted.slice(middle, middle + count),
    worst: sorted.slice(-count).reverse(),
  };

  const names = new Set(Object.values(chosen).flatMap((items) => items.map(({ name }) => name)));
  const thumbnails = new Map<string, string>();
  await forEachPhoto(split, async (name, jpeg) => {
    if (names.has(name)) thumbnails.set(name, await thumbnail(jpeg));
  });
  const complete = (items: typeof described): Promise<GalleryItem[]> =>
    Promise.all(
      items.map(async (item) => ({
        ...item,
        photo: thumbnails.get(item.name)!,
        words: await Promise.all(
          item.words.map(async ({ text, probability, attention }) => ({
            text,
            probability,
            attention: attention && (await attentionImage(attention)),
          })),
        ),
      })),
    );
  return {
    best: await complete(chosen.best),
    median: await complete(chosen.median),
    worst: await complete(chosen.worst),
  };
}
