import { type CaptionItem, requireReferences } from './item';
import { countNgrams } from './ngrams';

export type BleuScores = readonly [bleu1: number, bleu2: number, bleu3: number, bleu4: number];

const ORDERS = [1, 2, 3, 4];

/**
 * Corpus BLEU-1 to BLEU-4 in [0, 1] (Papineni et al. 2002): BLEU-N is the geometric mean of the
 * clipped n-gram precisions for n = 1..N, times exp(1 - r / c) where the hypotheses are shorter (c
 * tokens) than their references (r tokens: for each item the reference closest in length, of two
 * equally close ones the shorter, as in COCO's caption scorer).
 *
 * There is no smoothing: a precision without a match, or without an n-gram at all, is 0. COCO's
 * scorer adds 1e-15 to matches and 1e-9 to totals, which differs by less than 0.001 on corpora that
 * share at least one 4-gram with their references.
 * @throws {NegarError} OPTION_INVALID when there are no items, or one has no references.
 */
export function corpusBleu(items: readonly CaptionItem[]): BleuScores {
  requireReferences(items.map((item) => item.references));
  const hypothesisLength = sum(items.map((item) => item.hypothesis.length));
  const referenceLength = sum(items.map(closestReferenceLength));
  const brevityPenalty =
    hypothesisLength < referenceLength ? Math.exp(1 - referenceLength / hypothesisLength) : 1;
  const precisions = ORDERS.map((n) => clippedPrecision(items, n));
  const [bleu1, bleu2, bleu3, bleu4] = ORDERS.map(
    (n) => brevityPenalty * geometricMean(precisions.slice(0, n)),
  );
  return [bleu1, bleu2, bleu3, bleu4];
}

/** Share of the hypotheses' n-grams that occur, at most as often, in one of their references. */
function clippedPrecision(items: readonly CaptionItem[], n: number): number {
  let matches = 0;
  let total = 0;
  for (const { hypothesis, references } of items) {
    const referenceCounts = references.map((reference) => countNgrams(reference, n));
    for (const [ngram, count] of countNgrams(hypothesis, n)) {
      const allowed = Math.max(...referenceCounts.map((counts) => counts.get(ngram) ?? 0));
      matches += Math.min(count, allowed);
      total += count;
    }
  }
  return total === 0 ? 0 : matches / total;
}

function closestReferenceLength({ hypothesis, references }: CaptionItem): number {
  const distance = (length: number) => Math.abs(length - hypothesis.length);
  return references
    .map((reference) => reference.length)
    .reduce((best, length) =>
      distance(length) < distance(best) || (distance(length) === distance(best) && length < best)
        ? length
        : best,
    );
}

function geometricMean(values: readonly number[]): number {
  return values.reduce((product, value) => product * value, 1) ** (1 / values.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
