import { agreements } from './consensus';
import type { Hypothesis } from './hypothesis';
import type { BeamLimits } from './options';

/**
 * Orders hypotheses by their merit: their agreement with each other where a consensus is asked for,
 * otherwise their score, and, `detection` times, the evidence that their words are in the image: a
 * language model proposes captions, and what was detected chooses among them (Fang et al. 2015).
 * @param detected how much likelier the image makes each word, [vocabulary size]; null for nothing.
 * @returns the same hypotheses, the best first; equal ones as they were.
 */
export function rank(
  hypotheses: readonly Hypothesis[],
  { consensus, detection }: Pick<BeamLimits, 'consensus' | 'detection'>,
  detected: Float32Array | null,
): Hypothesis[] {
  const merits =
    consensus > 0 ? agreements(hypotheses, consensus) : hypotheses.map(({ score }) => score);
  return hypotheses
    .map((hypothesis, i) => {
      const evidence = detected ? detection * evidenceOf(hypothesis, detected) : 0;
      return { hypothesis, merit: merits[i] + evidence };
    })
    .sort((a, b) => b.merit - a.merit)
    .map(({ hypothesis }) => hypothesis);
}

/** What was detected of a caption's different words, summed. */
function evidenceOf({ tokens }: Hypothesis, detected: Float32Array): number {
  return [...new Set(tokens)].reduce((sum, token) => sum + detected[token], 0);
}
