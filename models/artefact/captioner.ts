import { decoderWeightSpecs } from '../captioner/decoder';
import { type DetectorConfig, detectorWeightSpecs } from '../captioner/detector';
import type { DecoderConfig } from '../captioner/config';
import { NegarError } from '../errors';
import type { Vocabulary } from '../text/vocabulary';
import type { EncoderArtefact } from './encoder';
import type { CaptionerManifest } from './manifest';
import { readVocabulary, readWeights } from './parts';
import { type Artefact, readArtefact } from './read';
import type { ArtefactSource } from './source';
import type { NamedWeight } from './weights';

/** A captioner's decoder that has been read and verified. */
export interface CaptionerArtefact {
  readonly manifest: CaptionerManifest;
  /** Float32 weights, with the names, shapes and order of `decoderWeightSpecs`. */
  readonly weights: readonly NamedWeight[];
  readonly vocabulary: Vocabulary;
  /** Null where the artefact has no word detector. */
  readonly detector: DetectorArtefact | null;
}

/** A captioner's word detector. */
export interface DetectorArtefact {
  readonly config: DetectorConfig;
  /** Float32 weights, with the names, shapes and order of `detectorWeightSpecs`. */
  readonly weights: readonly NamedWeight[];
}

/**
 * @param encoder the encoder that the decoder will be used with.
 * @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED, or ENCODER_MISMATCH when
 *   the decoder was trained on another encoder.
 */
export async function readCaptioner(
  source: ArtefactSource,
  encoder: Pick<EncoderArtefact, 'manifest' | 'weightsSha256'>,
): Promise<CaptionerArtefact> {
  const captioner = await readDecoder(source);
  requireEncoder(source, captioner.manifest, encoder);
  return captioner;
}

/**
 * The decoder by itself, for training that goes on from it with another encoder.
 * @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED.
 */
export async function readDecoder(source: ArtefactSource): Promise<CaptionerArtefact> {
  const artefact = await readArtefact(source, 'captioner');
  const { manifest } = artefact;
  const { decoder, weights, vocabulary } = manifest;
  return {
    manifest,
    weights: readWeights(artefact, weights, decoderWeightSpecs(decoder)),
    vocabulary: readVocabulary(artefact, vocabulary, decoder.vocabularySize),
    detector: manifest.detector ? readDetector(artefact, manifest.detector, decoder) : null,
  };
}

function readDetector(
  artefact: Artefact,
  { hiddenSize, weights }: NonNullable<CaptionerManifest['detector']>,
  { featureSize, vocabularySize }: DecoderConfig,
): DetectorArtefact {
  const config = { featureSize, hiddenSize, vocabularySize };
  return { config, weights: readWeights(artefact, weights, detectorWeightSpecs(config)) };
}

function requireEncoder(
  source: ArtefactSource,
  manifest: CaptionerManifest,
  encoder: Pick<EncoderArtefact, 'manifest' | 'weightsSha256'>,
): void {
  const wanted = manifest.encoder;
  if (wanted.sha256 === encoder.weightsSha256) return;
  throw new NegarError(
    'ENCODER_MISMATCH',
    `The model "${source.name}" was trained on the encoder "${wanted.id}" (sha256 ${wanted.sha256}), ` +
      `but the encoder "${encoder.manifest.id}" has sha256 ${encoder.weightsSha256}. Use the ` +
      'encoder that the model was trained on, or a model that was trained on this encoder.',
  );
}
