import { corpusBleu } from './bleu';
import { createCiderScorer } from './cider';
import type { CaptionItem } from './item';
import { corpusMeteor } from './meteor';
import { meanRougeL } from './rouge';

/** Scores as captioning papers print them: times 100. CIDEr-D is in [0, 1000], the others in [0, 100]. */
export interface CaptionScores {
  readonly bleu1: number;
  readonly bleu2: number;
  readonly bleu3: number;
  readonly bleu4: number;
  readonly rougeL: number;
  /** Of the variant that `corpusMeteor` describes. */
  readonly meteor: number;
  readonly cider: number;
}

/**
 * BLEU-1 to BLEU-4, ROUGE-L, METEOR and CIDEr-D of a corpus; the document frequencies of CIDEr-D come
 * from the references of these items.
 * @throws {NegarError} OPTION_INVALID when there are no items, or one has no references.
 */
export function evaluateCaptions(items: readonly CaptionItem[]): CaptionScores {
  const [bleu1, bleu2, bleu3, bleu4] = corpusBleu(items).map((score) => 100 * score);
  const cider = createCiderScorer(items.map((item) => item.references));
  return {
    bleu1,
    bleu2,
    bleu3,
    bleu4,
    rougeL: 100 * meanRougeL(items),
    meteor: 100 * corpusMeteor(items),
    cider: 100 * cider.mean(items.map((item) => item.hypothesis)),
  };
}
