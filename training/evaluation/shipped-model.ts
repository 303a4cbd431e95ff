import { readCaptioner } from '../../models/artefact/captioner';
import { readEncoder } from '../../models/artefact/encoder';
import type { CaptionerManifest } from '../../models/artefact/manifest';
import { decoderWeightSpecs } from '../../models/captioner/decoder';
import { layOut } from '../../models/training/weight-vector';
import { folderSource } from '../../server/inference/sources';
import type { SharedDecoder } from '../caption/dev';

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
  const { manifest, weights, vocabulary } = await readCaptioner(
    folderSource(folder),
    await readEncoder(folderSource(encoder)),
  );
  const { decoder: config } = manifest;
  const layout = layOut(decoderWeightSpecs(config));
  const shared = new SharedArrayBuffer(4 * layout.length);
  const vector = new Float32Array(shared);
  weights.forEach(({ values }, i) => vector.set(values, layout.offsets[i]));
  return { manifest, decoder: { config, weights: shared, vocabulary } };
}
