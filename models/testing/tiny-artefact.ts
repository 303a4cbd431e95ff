import { describeFile, MANIFEST_PATH } from '../artefact/manifest';
import type { ArtefactSource } from '../artefact/source';
import { encodeWeights, type NamedWeight } from '../artefact/weights';
import { weightView } from '../training/weight-vector';
import {
  TINY_DETECTOR_SIZE,
  TINY_WORDS,
  tinyConfig,
  tinyDetectorVector,
  tinyWeights,
} from './tiny-decoder';

/** Content of an artefact's folder by path. */
export type Folder = Record<string, Uint8Array<ArrayBuffer>>;

/** Reads a folder in memory; a path that is not there is an error, as on a disk. */
export function memorySource(folder: Folder, name = 'models/tiny'): ArtefactSource {
  return {
    name,
    read: async (path) => {
      if (folder[path]) return folder[path];
      throw new Error(`ENOENT: no such file "${path}"`);
    },
  };
}

export const toJson = (value: unknown): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(JSON.stringify(value), (character) => character.charCodeAt(0));

/** Adds a manifest that lists every file of the folder. */
export async function withManifest(folder: Folder, fields: object): Promise<Folder> {
  const files = await Promise.all(
    Object.entries(folder).map(([path, content]) => describeFile(path, content)),
  );
  const common = {
    format: 'negar-artefact/1',
    version: '1.0.0',
    description: 'A tiny model for tests.',
    licence: 'MIT',
    files,
  };
  return { ...folder, [MANIFEST_PATH]: toJson({ ...common, ...fields }) };
}

/** The weights of a tiny decoder by name. */
export function tinyNamedWeights(config = tinyConfig()): NamedWeight[] {
  return named(tinyWeights(config));
}

/** The weights of a tiny word detector by name. */
export function tinyDetectorWeights(config = tinyConfig()): NamedWeight[] {
  return named(tinyDetectorVector(config));
}

function named({ layout, vector }: ReturnType<typeof tinyWeights>): NamedWeight[] {
  return layout.specs.map(({ name, shape }, i) => ({
    name,
    shape,
    values: weightView(layout, vector, i),
  }));
}

/** Fields of a captioner's manifest that pins an encoder; the weights are in `decoder.json`. */
export function tinyCaptionerFields(encoderSha256: string, config = tinyConfig()) {
  const search = {
    beamWidth: 3,
    lengthPenalty: 0.7,
    blockRepeatedTrigrams: false,
    consensus: 4,
    rareWords: 1,
    detection: 0,
  };
  const scores = { bleu1: 60, bleu2: 40, bleu3: 25, bleu4: 17, rougeL: 45, cider: 42 };
  return {
    kind: 'captioner',
    id: 'tiny-captioner',
    decoder: config,
    weights: 'decoder.json',
    vocabulary: 'vocabulary.json',
    encoder: { id: 'tiny-encoder', sha256: encoderSha256 },
    training: {
      commit: '0123abc',
      seed: 1,
      data: 'none',
      device: 'none',
      minutes: 0.5,
      epochs: 3,
      options: { cell: 'lstm', dropout: { embedding: 0.3 } },
    },
    scores: { dev: { ...scores, ...search } },
    confidence: { knots: [{ score: -1, probability: 0.5 }], hedgeBelow: 0.3 },
    generation: { ...search, minWords: 5, maxWords: 20 },
  };
}

/** A captioner's artefact with a tiny decoder in float16, and a tiny word detector where it detects. */
export function tinyCaptionerFolder(
  encoderSha256: string,
  config = tinyConfig(),
  { detects = false } = {},
): Promise<Folder> {
  const folder = {
    ...float16Files('decoder', tinyNamedWeights(config)),
    ...(detects && float16Files('detector', tinyDetectorWeights(config))),
    'vocabulary.json': toJson(TINY_WORDS),
  };
  const fields = tinyCaptionerFields(encoderSha256, config);
  const { training, generation } = fields;
  const detector = { hiddenSize: TINY_DETECTOR_SIZE, weights: 'detector.json', training };
  return withManifest(
    folder,
    detects ? { ...fields, detector, generation: { ...generation, detection: 0.5 } } : fields,
  );
}

function float16Files(name: string, weights: readonly NamedWeight[]): Folder {
  const { specs, data } = encodeWeights(weights, 'float16');
  return {
    [`${name}.json`]: toJson([{ paths: [`${name}.bin`], weights: specs }]),
    [`${name}.bin`]: data,
  };
}
