import { readCaptioner } from '../../models/artefact/captioner';
import { readEncoder } from '../../models/artefact/encoder';
import type { CaptionerManifest } from '../../models/artefact/manifest';
import { folderSource } from '../../server/inference/sources';
import type { SharedDecoder } from '../caption/dev';
import { sharedWeights } from '../weight-files';

/** A captioner as it is shipped: its weights in the precision of its files. */
export interface ShippedModel {
  readonly manifest: CaptionerManifest;
  /** The decoder without the workers that run it. */
  readonly decoder: Omit<SharedDecoder, 'pool'>;
}

/**
 * Reads a captioner's artefact into shared memory.
 * @param folder of the captioner's artefact.
 * @param encoder folder of its encoder's artefact.
 * @throws {NegarError} as `readCaptioner`.
 */
export async function readShippedModel(folder: string, encoder: string): Promise<ShippedModel> {
  const { manifest, weights, vocabulary, detector } = await readCaptioner(
    folderSource(folder),
    await readEncoder(folderSource(encoder)),
  );
  return {
    manifest,
    decoder: {
      config: manifest.decoder,
      weights: sharedWeights(weights),
      vocabulary,
      detector: detector && { ...detector, weights: sharedWeights(detector.weights) },
    },
  };
}
