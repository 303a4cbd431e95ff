import { type References, requireReferences } from './item';
import { countNgrams } from './ngrams';

const ORDERS = [1, 2, 3, 4];
/** Standard deviation of the length penalty, in tokens. */
const SIGMA = 6;

/** Scores captions against the references of the items that it was made for. */
export interface CiderScorer {
  /** CIDEr-D in [0, 10] of a caption for one item. */
  score(itemIndex: number, hypothesis: readonly string[]): number;
  /** Mean CIDEr-D in [0, 10] of one caption for each item, in the items' order. */
  mean(hypotheses: readonly (readonly string[])[]): number;
}

/** The n-grams of a caption weighted by frequency and rarity, for one n. */
interface TfIdf {
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
}

/**
 * CIDEr-D (Vedantam, Zitnick & Parikh 2015, section 5 and equation 8): ten times the cosine between
 * the TF-IDF vectors of hypothesis and reference, where the hypothesis' weights are clipped to the
 * reference's, times exp(-d^2 / 2 sigma^2) for lengths that differ by d tokens; averaged over
 * n = 1..4 and over the references. An n-gram's document frequency is the number of items with a
 * reference that has it, so the score of a caption depends on all items; of a single item it is 0.
 *
 * References are weighted anew at each score: keeping the vectors of a training set would take far
 * more memory than the time is worth.
 * @throws {NegarError} OPTION_INVALID when there are no items, or one has no references.
 */
export function createCiderScorer(referencesPerItem: readonly References[]): CiderScorer {
  requireReferences(referencesPerItem);
  const frequencies = documentFrequencies(referencesPerItem);
  const logItems = Math.log(referencesPerItem.length);

  function vectorOf(tokens: readonly string[], n: number): TfIdf {
    const weights = countNgrams(tokens, n);
    let squares = 0;
    for (const [ngram, count] of weights) {
      const weight = count * (logItems - Math.log(frequencies.get(ngram) ?? 1));
      weights.set(ngram, weight);
      squares += weight ** 2;
    }
    return { weights, norm: Math.sqrt(squares) };
  }

  function score(itemIndex: number, hypothesis: readonly string[]): number {
    const references = referencesPerItem[itemIndex];
    let total = 0;
    for (const n of ORDERS) {
      const vector = vectorOf(hypothesis, n);
      for (const reference of references) {
        const difference = hypothesis.length - reference.length;
        const penalty = Math.exp(-(difference ** 2) / (2 * SIGMA ** 2));
        total += penalty * clippedCosine(vector, vectorOf(reference, n));
      }
    }
    return (10 * total) / (ORDERS.length * references.length);
  }

  return {
    score,
    mean: (hypotheses) =>
      hypotheses.reduce((total, hypothesis, item) => total + score(item, hypothesis), 0) /
      hypotheses.length,
  };
}

/** In how many items each n-gram occurs in at least one reference. */
function documentFrequencies(referencesPerItem: readonly References[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const references of referencesPerItem) {
    const ngrams = new Set(
      references.flatMap((tokens) => ORDERS.flatMap((n) => [...countNgrams(tokens, n).keys()])),
    );
    for (const ngram of ngrams) frequencies.set(ngram, (frequencies.get(ngram) ?? 0) + 1);
  }
  return frequencies;
}

function clippedCosine(hypothesis: TfIdf, reference: TfIdf): number {
  if (hypothesis.norm === 0 || reference.norm === 0) return 0;
  let product = 0;
  for (const [ngram, weight] of hypothesis.weights) {
    const target = reference.weights.get(ngram) ?? 0;
    product += Math.min(weight, target) * target;
  }
  return product / (hypothesis.norm * reference.norm);
}
