import { countNgrams } from '../metrics/ngrams';
import type { Hypothesis } from './hypothesis';

const ORDERS = [1, 2, 3, 4];
/** Standard deviation of the length penalty, in tokens, as CIDEr-D has it. */
const SIGMA = 6;

/**
 * Minimum Bayes risk (Kumar & Byrne 2004) over a list of hypotheses: the better agrees with the others,
 * each weighted by its probability to the power 1 / temperature. Agreement is that of CIDEr-D
 * (Vedantam, Zitnick & Parikh 2015, equation 8) with all n-grams equally rare.
 * @param temperature above 0; greater counts the hypotheses more alike.
 * @returns how far each hypothesis agrees with all, itself included, from 0.
 */
export function agreements(hypotheses: readonly Hypothesis[], temperature: number): number[] {
  const greatest = Math.max(...hypotheses.map(({ logProb }) => logProb));
  const profiles = hypotheses.map(({ tokens }) => profileOf(tokens));
  const weights = hypotheses.map(({ logProb }) => Math.exp((logProb - greatest) / temperature));
  return profiles.map((one) =>
    profiles.reduce((sum, other, i) => sum + weights[i] * similarity(one, other), 0),
  );
}

/** The counts of a caption's n-grams, for each n, with their Euclidean norm. */
interface Profile {
  readonly length: number;
  readonly orders: readonly { counts: ReadonlyMap<string, number>; norm: number }[];
}

function profileOf(tokens: readonly number[]): Profile {
  const words = tokens.map(String);
  const orders = ORDERS.map((n) => {
    const counts = countNgrams(words, n);
    return { counts, norm: Math.hypot(...counts.values()) };
  });
  return { length: tokens.length, orders };
}

/** In [0, 1]; 1 for captions that are the same and have four words or more. */
function similarity(one: Profile, other: Profile): number {
  const cosines = one.orders.map(({ counts, norm }, i) => {
    const target = other.orders[i];
    if (norm === 0 || target.norm === 0) return 0;
    let product = 0;
    for (const [ngram, count] of counts) {
      const wanted = target.counts.get(ngram) ?? 0;
      product += Math.min(count, wanted) * wanted;
    }
    return product / (norm * target.norm);
  });
  const penalty = Math.exp(-((one.length - other.length) ** 2) / (2 * SIGMA ** 2));
  return (penalty * cosines.reduce((sum, cosine) => sum + cosine, 0)) / ORDERS.length;
}
