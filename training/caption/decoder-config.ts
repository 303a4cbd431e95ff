import type { DecoderConfig } from '../../models/captioner/config';
import { FEATURE_SIZE, GRID_CELLS } from '../../models/encoder/nodes';
import type { TrainOptions } from './options';

/** The decoder that a run trains. */
export function decoderConfig(options: TrainOptions, vocabularySize: number): DecoderConfig {
  const { cell, attention, tied, embeddingSize, hiddenSize, attentionSize } = options;
  return {
    cell,
    attention,
    tied,
    vocabularySize,
    embeddingSize,
    hiddenSize,
    attentionSize,
    featureSize: FEATURE_SIZE,
    gridCells: GRID_CELLS,
  };
}
