import { readCaptioner } from '../artefact/captioner';
import { readEncoder } from '../artefact/encoder';
import type { ArtefactSource } from '../artefact/source';
import { weightTensors } from '../artefact/weights';
import { loadEncoder } from '../encoder/encoder';
import { Captioner } from './captioner';

/**
 * Loads an encoder and the decoder that was trained on it.
 * @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED, ENCODER_MISMATCH.
 */
export async function loadCaptioner(
  encoderSource: ArtefactSource,
  decoderSource: ArtefactSource,
): Promise<Captioner> {
  const encoderArtefact = await readEncoder(encoderSource);
  const decoder = await readCaptioner(decoderSource, encoderArtefact);
  const encoder = await loadEncoder(encoderArtefact.handler);
  const { id, version, decoder: config, confidence, generation } = decoder.manifest;
  return new Captioner(encoder, {
    id,
    version,
    config,
    weights: weightTensors(decoder.weights),
    detector: decoder.detector && weightTensors(decoder.detector.weights),
    vocabulary: decoder.vocabulary,
    calibration: confidence,
    generation,
  });
}
