import { type CaptionItem, requireReferences } from './item';

/** Weight of recall against precision in COCO's caption scorer. */
const BETA = 1.2;

/**
 * Mean ROUGE-L in [0, 1] (Lin 2004): the F-measure, with beta 1.2, of the longest common
 * subsequence's share of the hypothesis (precision) and of a reference (recall). As in COCO's caption
 * scorer the best precision and the best recall may come from different references.
 * @throws {NegarError} OPTION_INVALID when there are no items, or one has no references.
 */
export function meanRougeL(items: readonly CaptionItem[]): number {
  requireReferences(items.map((item) => item.references));
  return items.reduce((total, item) => total + rougeL(item), 0) / items.length;
}

function rougeL({ hypothesis, references }: CaptionItem): number {
  let precision = 0;
  let recall = 0;
  for (const reference of references) {
    const common = longestCommonSubsequence(hypothesis, reference);
    if (common === 0) continue;
    precision = Math.max(precision, common / hypothesis.length);
    recall = Math.max(recall, common / reference.length);
  }
  if (precision === 0) return 0;
  return ((1 + BETA ** 2) * precision * recall) / (recall + BETA ** 2 * precision);
}

/** Length of the longest sequence of tokens that occurs in both, in order but not side by side. */
function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  let previous = [0, ...b.map(() => 0)];
  for (const token of a) {
    const current = [0];
    for (let j = 1; j <= b.length; j++) {
      current.push(
        token === b[j - 1] ? previous[j - 1] + 1 : Math.max(previous[j], current[j - 1]),
      );
    }
    previous = current;
  }
  return previous[b.length];
}
