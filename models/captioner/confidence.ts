import { z } from 'zod';

const probability = z.number().min(0).max(1);

/**
 * What turns a caption's score into its confidence: the probability that the caption's CIDEr-D is at
 * least the median of the captions of dev.
 */
export const calibrationSchema = z.strictObject({
  /**
   * Points of a rising piecewise linear function. The score is the caption's mean natural-log
   * probability of a token, <end> included.
   */
  knots: z
    .array(z.strictObject({ score: z.number(), probability }))
    .min(1)
    .refine(isRising, 'scores must rise strictly and probabilities must not fall'),
  /** Confidence below which alt text says that it is unsure. */
  hedgeBelow: probability,
  /** The median CIDEr-D (x100) of the captions of dev; absent in older artefacts. */
  medianCider: z.number().nonnegative().optional(),
});

export type Calibration = z.infer<typeof calibrationSchema>;
export type Knot = Calibration['knots'][number];

/**
 * Confidence of a caption in [0, 1]: linear between the knots, constant outside them.
 * @param score mean natural-log probability of a token, <end> included.
 */
export function confidenceOf({ knots }: Pick<Calibration, 'knots'>, score: number): number {
  const right = knots.findIndex((knot) => knot.score >= score);
  if (right < 0) return knots[knots.length - 1].probability;
  if (right === 0) return knots[0].probability;
  const [below, above] = [knots[right - 1], knots[right]];
  const fraction = (score - below.score) / (above.score - below.score);
  return below.probability + fraction * (above.probability - below.probability);
}

function isRising(knots: readonly { score: number; probability: number }[]): boolean {
  return knots.every(
    ({ score, probability: value }, i) =>
      i === 0 || (score > knots[i - 1].score && value >= knots[i - 1].probability),
  );
}
