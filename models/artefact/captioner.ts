import { z } from 'zod';
import { decoderWeightSpecs } from '../captioner/decoder';
import { NegarError } from '../errors';
import { Vocabulary } from '../text/vocabulary';
import type { EncoderArtefact } from './encoder';
import type { CaptionerManifest } from './manifest';
import { type Artefact, readArtefact } from './read';
import { type ArtefactSource, invalidArtefact, parseJson } from './source';
import { decodeWeights, joinWeights, type NamedWeight, weightsManifestSchema } from './weights';

/** A captioner's decoder that has been read and verified. */
export interface CaptionerArtefact {
  readonly manifest: CaptionerManifest;
  /** Float32 weights, with the names, shapes and order of `decoderWeightSpecs`. */
  readonly weights: readonly NamedWeight[];
  readonly vocabulary: Vocabulary;
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
  const artefact = await readArtefact(source, 'captioner');
  const { manifest } = artefact;
  requireEncoder(artefact, encoder);
  return { manifest, weights: readWeights(artefact), vocabulary: readVocabulary(artefact) };
}

function requireEncoder(
  { source, manifest }: Artefact<CaptionerManifest>,
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

function readWeights(artefact: Artefact<CaptionerManifest>): NamedWeight[] {
  const { source, manifest } = artefact;
  const bytes = artefact.file(manifest.weights);
  const listed = parseJson(weightsManifestSchema, bytes, manifest.weights, source);
  const encoded = joinWeights(listed, artefact);
  const describe = ({ name, shape }: { name: string; shape: readonly number[] }) =>
    `${name} [${shape.join(', ')}]`;
  const found = encoded.specs.map(describe);
  const wanted = decoderWeightSpecs(manifest.decoder).map(describe);
  const wrong = [...wanted.keys(), wanted.length].find((i) => found[i] !== wanted[i]);
  if (wrong === undefined) return decodeWeights(encoded);
  throw invalidArtefact(
    source,
    `weight ${wrong} of "${manifest.weights}" is ${found[wrong] ?? 'missing'}, but its decoder ` +
      `needs ${wanted[wrong] ?? 'no more'}.`,
  );
}

function readVocabulary({ source, manifest, file }: Artefact<CaptionerManifest>): Vocabulary {
  const path = manifest.vocabulary;
  const vocabulary = Vocabulary.fromWords(parseJson(z.array(z.string()), file(path), path, source));
  if (vocabulary.size === manifest.decoder.vocabularySize) return vocabulary;
  throw invalidArtefact(
    source,
    `"${path}" has ${vocabulary.size} words, but its decoder has ${manifest.decoder.vocabularySize}.`,
  );
}
