import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDecoder } from '../../models/artefact/captioner';
import type { Vocabulary } from '../../models/text/vocabulary';
import { folderSource } from '../../server/inference/sources';
import { readBest } from '../run-folder';
import { sharedWeights } from '../weight-files';

/** What a run begins with instead of random weights. */
export interface Start {
  readonly vocabulary: Vocabulary;
  /** One after another, as `layOut` lays them. */
  readonly weights: Float32Array;
}

/**
 * @param start another run, also one of the encoder's that tuned a caption decoder, or the folder of a
 *   captioner's artefact, whose encoder may be another.
 * @throws {NegarError} ARTEFACT_INVALID, ARTEFACT_DAMAGED.
 */
export async function readStart(start: string): Promise<Start> {
  if (existsSync(join(start, 'manifest.json'))) {
    const { weights, vocabulary } = await readDecoder(folderSource(start));
    return { vocabulary, weights: new Float32Array(sharedWeights(weights)) };
  }
  return readBest(start, 'vocabulary');
}
