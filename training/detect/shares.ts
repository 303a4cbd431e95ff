import { UNK, type Vocabulary } from '../../models/text/vocabulary';
import type { CaptionedPhoto } from '../data/flickr8k';

/** Share of a photo's captions that have a word, by the word's id; words of none are left out. */
export type WordShares = ReadonlyMap<number, number>;

/** No word is taken to be in fewer of the photos' captions than this share, or missing in fewer. */
const LEAST_SHARE = 1e-5;

/** Of each photo; what is not in the vocabulary is no word. */
export function wordShares(
  photos: readonly CaptionedPhoto[],
  vocabulary: Vocabulary,
): WordShares[] {
  return photos.map(({ captions }) => {
    const shares = new Map<number, number>();
    for (const words of captions) {
      for (const id of new Set(vocabulary.encode(words))) {
        if (id !== UNK) shares.set(id, (shares.get(id) ?? 0) + 1 / captions.length);
      }
    }
    return shares;
  });
}

/** Log-odds of each word being in a caption of any photo, [vocabulary size]. */
export function priorLogOdds(shares: readonly WordShares[], vocabularySize: number): Float32Array {
  const totals = new Float64Array(vocabularySize);
  for (const words of shares) for (const [id, share] of words) totals[id] += share;
  return Float32Array.from(totals, (total) => {
    const share = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, total / shares.length));
    return Math.log(share / (1 - share));
  });
}
