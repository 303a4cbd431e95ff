import { UNK, type Vocabulary } from '../text/vocabulary';
import { countNgrams } from './ngrams';

/** How varied captions are, and how much of them is the model's own. Shares are in [0, 1]. */
export interface DiversityScores {
  /** Different words over all captions. */
  readonly distinctWords: number;
  /** Different words, of all words (Li et al. 2016). */
  readonly distinct1: number;
  /** Different pairs of adjacent words, of all such pairs. */
  readonly distinct2: number;
  /** Captions that occur word for word in training, of all captions. */
  readonly copiedShare: number;
  /** Words of the vocabulary that occur, of all its words without the special tokens. */
  readonly vocabularyShare: number;
  /** Words a caption. */
  readonly meanLength: number;
}

/** Diversity of tokenised captions; a ratio over nothing is 0. */
export function measureDiversity(
  hypotheses: readonly (readonly string[])[],
  trainingCaptions: Iterable<readonly string[]>,
  vocabulary: Vocabulary,
): DiversityScores {
  const words = hypotheses.flat();
  const used = new Set(words);
  const known = vocabulary.words.slice(UNK + 1);
  const copied = copies(hypotheses, trainingCaptions);
  return {
    distinctWords: used.size,
    distinct1: distinctRatio(hypotheses, 1),
    distinct2: distinctRatio(hypotheses, 2),
    copiedShare: ratio(copied, hypotheses.length),
    vocabularyShare: ratio(known.filter((word) => used.has(word)).length, known.length),
    meanLength: ratio(words.length, hypotheses.length),
  };
}

function copies(
  hypotheses: readonly (readonly string[])[],
  trainingCaptions: Iterable<readonly string[]>,
): number {
  const seen = new Set<string>();
  for (const caption of trainingCaptions) seen.add(caption.join(' '));
  return hypotheses.filter((hypothesis) => seen.has(hypothesis.join(' '))).length;
}

function distinctRatio(hypotheses: readonly (readonly string[])[], n: number): number {
  const distinct = new Set<string>();
  let total = 0;
  for (const hypothesis of hypotheses) {
    for (const [ngram, count] of countNgrams(hypothesis, n)) {
      distinct.add(ngram);
      total += count;
    }
  }
  return ratio(distinct.size, total);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
