import { z } from 'zod';
import { captionerSchema, type CaptionerManifest } from '../../models/artefact/manifest';
import { GENDERS_SAID, REFERENCE_GENDERS } from '../../models/metrics/gender';

const share = z.number().min(0).max(1);
const points = z.number().nonnegative();
const count = z.number().int().nonnegative();

const scoresSchema = z.strictObject({
  bleu1: points,
  bleu2: points,
  bleu3: points,
  bleu4: points,
  rougeL: points,
  meteor: points,
  cider: points,
});

const diversitySchema = z.strictObject({
  distinctWords: count,
  distinct1: share,
  distinct2: share,
  copiedShare: share,
  vocabularyShare: share,
  meanLength: points,
});

const genderSchema = z.strictObject({
  counts: z.record(z.enum(REFERENCE_GENDERS), z.record(z.enum(GENDERS_SAID), count)),
  wrongShare: share,
  wrongOfWomen: share,
  wrongOfMen: share,
  assumedShare: share,
});

const calibrationSchema = z.strictObject({
  captions: count,
  medianCider: points,
  ece: share,
  hedgedShare: share,
  hedgedCider: points.nullable(),
  otherCider: points.nullable(),
  bins: z
    .array(z.strictObject({ from: share, to: share, count, predicted: share, observed: share }))
    .readonly(),
});

/** What `npm run evaluate` measured of a shipped captioner on a split. */
export const reportSchema = z.strictObject({
  format: z.literal('negar-evaluation/1'),
  model: z.strictObject({
    id: z.string(),
    version: z.string(),
    /** The sha256 of each of the captioner's files. */
    files: z.record(z.string(), z.string()),
    encoder: captionerSchema.shape.encoder,
    generation: captionerSchema.shape.generation,
  }),
  split: z.enum(['dev', 'test']),
  photos: count,
  /** The day it was measured, and the project's commit. */
  date: z.iso.date(),
  commit: z.string(),
  /** Scores by beam width, all else as the model is shipped. */
  beams: z.array(
    z.strictObject({
      beamWidth: z.number().int().positive(),
      scores: scoresSchema,
      diversity: diversitySchema,
    }),
  ),
  /** Of the shipped beam width. */
  gender: genderSchema,
  calibration: calibrationSchema,
});

export type EvaluationReport = z.infer<typeof reportSchema>;

/** A captioner's reports; the test split is read once for each released model. */
export interface Reports {
  readonly dev: EvaluationReport;
  readonly test?: EvaluationReport;
}

/** What a report says of the model that it measured. */
export function identify({
  id,
  version,
  files,
  encoder,
  generation,
}: CaptionerManifest): EvaluationReport['model'] {
  return {
    id,
    version,
    files: Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256])),
    encoder,
    generation,
  };
}
