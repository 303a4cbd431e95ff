import type { DecoderConfig } from '../../models/captioner/config';
import { FEATURE_SIZE, GRID_CELLS } from '../../models/encoder/nodes';
import type { TrainOptions } from '../caption/options';

/** About as many words as Flickr8k's captions have that are seen five times. */
const VOCABULARY_SIZE = 3000;

/** Captions as those of Flickr8k: five a photo, about eleven words each. */
export const LIKE_FLICKR8K = { captions: 5, words: [7, 15] as [number, number] };

/** The decoder of a run, for captions that never were. */
export function syntheticConfig(options: TrainOptions): DecoderConfig {
  const { cell, attention, tied, embeddingSize, hiddenSize, attentionSize } = options;
  return {
    cell,
    attention,
    tied,
    vocabularySize: VOCABULARY_SIZE,
    embeddingSize,
    hiddenSize,
    attentionSize,
    featureSize: FEATURE_SIZE,
    gridCells: GRID_CELLS,
  };
}
