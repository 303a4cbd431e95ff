import type { Knot } from '../captioner/confidence';
import { NegarError } from '../errors';

/** Neighbouring scores that share one fitted value. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly sum: number;
  readonly count: number;
}

/**
 * Isotonic least-squares regression by pool-adjacent-violators (Ayer et al. 1955; as a calibration,
 * Zadrozny & Elkan 2002): the rising step function that fits the outcomes best.
 * @param scores finite, in any order.
 * @param outcomes in [0, 1], one for each score; 1 is success.
 * @returns knots of the function, linear between its steps: one or two for each step.
 * @throws {NegarError} OPTION_INVALID when there are no scores, or not as many outcomes.
 */
export function fitIsotonic(scores: readonly number[], outcomes: readonly number[]): Knot[] {
  if (scores.length === 0 || scores.length !== outcomes.length) {
    throw new NegarError(
      'OPTION_INVALID',
      `Isotonic regression got ${scores.length} scores and ${outcomes.length} outcomes. Give one ` +
        'outcome for each score, and at least one.',
    );
  }
  const blocks: Block[] = [];
  for (const next of onePerScore(scores, outcomes)) {
    let block = next;
    for (let last = blocks.at(-1); last && mean(last) >= mean(block); last = blocks.at(-1)) {
      block = pool(blocks.pop()!, block);
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => {
    const probability = mean(block);
    const ends = block.from === block.to ? [block.from] : [block.from, block.to];
    return ends.map((score) => ({ score, probability }));
  });
}

/** Equal scores pooled, by rising score. */
function onePerScore(scores: readonly number[], outcomes: readonly number[]): Block[] {
  const blocks = new Map<number, Block>();
  scores.forEach((score, i) => {
    const block = { from: score, to: score, sum: outcomes[i], count: 1 };
    const same = blocks.get(score);
    blocks.set(score, same ? pool(same, block) : block);
  });
  return [...blocks.values()].sort((a, b) => a.from - b.from);
}

const mean = ({ sum, count }: Block) => sum / count;

const pool = (left: Block, right: Block): Block => ({
  from: left.from,
  to: right.to,
  sum: left.sum + right.sum,
  count: left.count + right.count,
});
