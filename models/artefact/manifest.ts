import { z } from 'zod';
import { calibrationSchema } from '../captioner/confidence';
import { decoderConfigSchema } from '../captioner/config';
import { detectorConfigSchema } from '../captioner/detector';
import { FEATURE_SIZE, GRID_NODE, GRID_SIZE, INPUT_SIZE, POOLED_NODE } from '../encoder/nodes';
import { beamOptionsSchema } from '../generate/options';
import { memoryConfigSchema } from '../memory/config';
import {
  classifierConfigSchema,
  taggerConfigSchema,
  translatorConfigSchema,
} from '../sequence/config';
import { TARGETS } from '../sequence/languages';
import { sha256 } from './hash';

/** The file of an artefact's folder that describes the others. */
export const MANIFEST_PATH = 'manifest.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a sha256 of 64 lower-case hex digits');
const identifier = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab-case');

/** A path inside the artefact's folder: names of letters, digits, `.`, `_` and `-`, none hidden. */
export const pathSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-][\w.-]*(\/[A-Za-z0-9_-][\w.-]*)*$/, 'must be a path inside the folder');

const fileSchema = z.strictObject({
  path: pathSchema,
  bytes: z.number().int().positive(),
  sha256: hash,
});

const trainingSchema = z.strictObject({
  /** The project's commit that trained it; absent when its program was not part of the project. */
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,40}$/, 'must be a git commit')
    .optional(),
  seed: z.number().int().nonnegative().optional(),
  /** What it was trained on. */
  data: z.string().min(1),
  /** What it was trained with, for example "2 CPU cores, WASM". */
  device: z.string().min(1),
  minutes: z.number().nonnegative(),
  epochs: z.number().nonnegative().optional(),
  options: z.record(z.string(), z.json()),
});

const points = z.number().nonnegative();

/** Metrics times 100, and the beam search that wrote the captions. */
const scoresSchema = z.strictObject({
  bleu1: points,
  bleu2: points,
  bleu3: points,
  bleu4: points,
  rougeL: points,
  /** Absent in artefacts that are older than the project's METEOR. */
  meteor: points.optional(),
  cider: points,
  beamWidth: beamOptionsSchema.shape.beamWidth.unwrap(),
  lengthPenalty: beamOptionsSchema.shape.lengthPenalty.unwrap(),
  blockRepeatedTrigrams: beamOptionsSchema.shape.blockRepeatedTrigrams,
  consensus: beamOptionsSchema.shape.consensus,
  rareWords: beamOptionsSchema.shape.rareWords,
  detection: beamOptionsSchema.shape.detection,
  /** CIDEr-D of the same weights in float32; absent where it was not measured. */
  float32Cider: points.optional(),
});

const common = {
  format: z.literal('negar-artefact/1'),
  id: identifier,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 1.0.0'),
  /** What it is, in a sentence. */
  description: z.string().min(1),
  /** Terms of use: an SPDX identifier or a sentence. */
  licence: z.string().min(1),
  /** Every other file that the model is read from. */
  files: z
    .array(fileSchema)
    .min(1)
    .refine((files) => new Set(files.map(({ path }) => path)).size === files.length, {
      error: 'must not list a path twice',
    }),
};

const encoderSchema = z.strictObject({
  ...common,
  kind: z.literal('encoder'),
  architecture: z.literal('mobilenet_v2'),
  /** Width multiplier. */
  alpha: z.literal(1),
  inputSize: z.literal(INPUT_SIZE),
  inputRange: z.tuple([z.literal(-1), z.literal(1)]),
  pooledNode: z.literal(POOLED_NODE),
  gridNode: z.literal(GRID_NODE),
  featureSize: z.literal(FEATURE_SIZE),
  gridSize: z.literal(GRID_SIZE),
  /** The graph model's `model.json`. */
  model: pathSchema,
  /** Absent when the project did not train it. */
  training: trainingSchema.optional(),
});

export const captionerSchema = z.strictObject({
  ...common,
  kind: z.literal('captioner'),
  decoder: decoderConfigSchema,
  /** The weights manifest. */
  weights: pathSchema,
  /** A JSON list of the vocabulary's words. */
  vocabulary: pathSchema,
  /** The word detector that helps to choose among captions; absent where there is none. */
  detector: z
    .strictObject({
      hiddenSize: detectorConfigSchema.shape.hiddenSize,
      /** The weights manifest. */
      weights: pathSchema,
      training: trainingSchema,
    })
    .optional(),
  /** The encoder whose features it was trained on; the hash is `EncoderArtefact.weightsSha256`. */
  encoder: z.strictObject({ id: identifier, sha256: hash }),
  training: trainingSchema,
  scores: z.strictObject({ dev: scoresSchema, test: scoresSchema.optional() }),
  confidence: calibrationSchema,
  /** Defaults chosen on dev. */
  generation: z.strictObject({
    beamWidth: beamOptionsSchema.shape.beamWidth.unwrap(),
    lengthPenalty: beamOptionsSchema.shape.lengthPenalty.unwrap(),
    minWords: beamOptionsSchema.shape.minWords.unwrap(),
    maxWords: beamOptionsSchema.shape.maxWords.unwrap(),
    blockRepeatedTrigrams: beamOptionsSchema.shape.blockRepeatedTrigrams,
    consensus: beamOptionsSchema.shape.consensus,
    rareWords: beamOptionsSchema.shape.rareWords,
    detection: beamOptionsSchema.shape.detection,
  }),
});

/** Percent of the texts, or of the words, that get the right label. */
const accuracySchema = z.strictObject({ accuracy: z.number().min(0).max(100) });

/** What models of texts have in common. */
const textual = {
  ...common,
  /** The weights manifest. */
  weights: pathSchema,
  /** A JSON list of the vocabulary's words. */
  vocabulary: pathSchema,
  training: trainingSchema,
};

/** What models have in common that label texts or words. */
const labelling = {
  ...textual,
  scores: z.strictObject({ dev: accuracySchema, test: accuracySchema.optional() }),
};

const classifierSchema = z.strictObject({
  ...labelling,
  kind: z.literal('classifier'),
  network: classifierConfigSchema,
});

const taggerSchema = z.strictObject({
  ...labelling,
  kind: z.literal('tagger'),
  network: taggerConfigSchema,
  /** A JSON list of the characters that it tells apart. */
  characters: pathSchema,
});

/** BLEU times 100 of each language, lower-cased, tokenised as sacrebleu's 13a does. */
const bleuSchema = z.partialRecord(z.enum(TARGETS), points);

const translatorSchema = z.strictObject({
  ...textual,
  kind: z.literal('translator'),
  network: translatorConfigSchema,
  /** A JSON object with the ids of the pieces that each language is written with. */
  outputs: pathSchema,
  scores: z.strictObject({ dev: bleuSchema, test: bleuSchema.optional() }),
  /** Defaults chosen on dev. */
  generation: z.strictObject({
    beamWidth: beamOptionsSchema.shape.beamWidth.unwrap(),
    lengthPenalty: beamOptionsSchema.shape.lengthPenalty.unwrap(),
  }),
});

/** The small networks of the study of how far back a cell remembers. */
const memorySchema = z.strictObject({
  ...common,
  kind: z.literal('memory'),
  /** Steps of the sequences that they were trained on; they add up two of the numbers. */
  lag: z.number().int().positive(),
  /** The weights manifest; the weights of network i are named `i/...`. */
  weights: pathSchema,
  networks: z
    .array(
      z.strictObject({
        config: memoryConfigSchema,
        /** Whether it has learnt, or has its starting values. */
        isTrained: z.boolean(),
        /** Share of its answers that are off by less than 0.1, in percent. */
        accuracy: z.number().min(0).max(100),
      }),
    )
    .min(1),
  training: trainingSchema,
});

/** What an artefact's `manifest.json` holds. */
export const manifestSchema = z.discriminatedUnion('kind', [
  encoderSchema,
  captionerSchema,
  classifierSchema,
  taggerSchema,
  translatorSchema,
  memorySchema,
]);

export type FileEntry = z.infer<typeof fileSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type EncoderManifest = z.infer<typeof encoderSchema>;
export type CaptionerManifest = z.infer<typeof captionerSchema>;
export type ClassifierManifest = z.infer<typeof classifierSchema>;
export type TaggerManifest = z.infer<typeof taggerSchema>;
export type TranslatorManifest = z.infer<typeof translatorSchema>;
export type MemoryManifest = z.infer<typeof memorySchema>;

/** A manifest's entry for a file. */
export async function describeFile(
  path: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<FileEntry> {
  return { path, bytes: content.length, sha256: await sha256(content) };
}
