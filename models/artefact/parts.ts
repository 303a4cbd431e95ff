import { z } from 'zod';
import type { WeightSpec } from '../recurrent/cell';
import { Vocabulary } from '../text/vocabulary';
import type { Artefact } from './read';
import { invalidArtefact, parseJson } from './source';
import { decodeWeights, joinWeights, type NamedWeight, weightsManifestSchema } from './weights';

/**
 * Reads the weights of a network, in float32.
 * @param path of the weights manifest.
 * @param specs names, shapes and order of the weights that the network needs.
 * @throws {NegarError} ARTEFACT_INVALID when these are not the network's.
 */
export function readWeights(
  artefact: Artefact,
  path: string,
  specs: readonly WeightSpec[],
): NamedWeight[] {
  const { source } = artefact;
  const listed = parseJson(weightsManifestSchema, artefact.file(path), path, source);
  const encoded = joinWeights(listed, artefact);
  const describe = ({ name, shape }: { name: string; shape: readonly number[] }) =>
    `${name} [${shape.join(', ')}]`;
  const found = encoded.specs.map(describe);
  const wanted = specs.map(describe);
  const wrong = [...wanted.keys(), wanted.length].find((i) => found[i] !== wanted[i]);
  if (wrong === undefined) return decodeWeights(encoded);
  throw invalidArtefact(
    source,
    `weight ${wrong} of "${path}" is ${found[wrong] ?? 'missing'}, but the network ` +
      `needs ${wanted[wrong] ?? 'no more'}.`,
  );
}

/**
 * @param path of a JSON list of words.
 * @param size words that the network was made for.
 * @throws {NegarError} ARTEFACT_INVALID.
 */
export function readVocabulary({ source, file }: Artefact, path: string, size: number): Vocabulary {
  const vocabulary = Vocabulary.fromWords(parseJson(z.array(z.string()), file(path), path, source));
  if (vocabulary.size === size) return vocabulary;
  throw invalidArtefact(
    source,
    `"${path}" has ${vocabulary.size} words, but the network has ${size}.`,
  );
}
