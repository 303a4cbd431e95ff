import type { Random } from '../random';
import type { CaptionBatch } from './caption-batch';

/**
 * Scheduled sampling (Bengio et al. 2015) in two passes (Mihaylova & Martins 2019): some words that
 * are fed to the decoder are replaced by those it predicted in their place under teacher forcing, so
 * that it learns to go on from its own mistakes.
 * @param predicted the decoder's words for the batch's targets, [words].
 * @param share of the words that are replaced, in [0, 1]; <start> never is.
 */
export function feedOwnWords(
  batch: CaptionBatch,
  predicted: Int32Array,
  share: number,
  random: Random,
): CaptionBatch {
  const inputs = batch.inputs.slice();
  let before = 0;
  for (let t = 1; t < batch.activeRows.length; t++) {
    const here = before + batch.activeRows[t - 1];
    for (let row = 0; row < batch.activeRows[t]; row++) {
      if (random() < share) inputs[here + row] = predicted[before + row];
    }
    before = here;
  }
  return { ...batch, inputs };
}
