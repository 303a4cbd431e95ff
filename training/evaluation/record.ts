import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { format } from 'prettier';
import {
  type CaptionerManifest,
  type Manifest,
  MANIFEST_PATH,
  manifestSchema,
} from '../../models/artefact/manifest';
import { NegarError } from '../../models/errors';
import { captionerCard } from './captioner-card';
import { type Comparison, comparisonSchema } from './comparison';
import { encoderCard } from './encoder-card';
import { labellerCard } from './labeller-card';
import { memoryCard } from './memory-card';
import { translatorCard } from './translator-card';
import { type EvaluationReport, identify, reportSchema } from './report';

const CARD = 'MODEL_CARD.md';

/** The file beside a captioner that holds the runs it was compared with. */
export const COMPARISON = 'comparison.json';

type EvaluatedSplit = EvaluationReport['split'];

const reportFile = (split: EvaluatedSplit) => `evaluation-${split}.json`;

/** Puts a report beside the model that it measured, and renews the model card. */
export async function recordReport(folder: string, report: EvaluationReport): Promise<void> {
  const path = join(folder, reportFile(report.split));
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  await writeCard(folder);
}

/**
 * The report of a split that lies beside a model, or null where none does that measured the model as
 * it is now.
 */
export async function recordedReport(
  folder: string,
  manifest: CaptionerManifest,
  split: EvaluatedSplit,
): Promise<EvaluationReport | null> {
  const path = join(folder, reportFile(split));
  if (!existsSync(path)) return null;
  const report = reportSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  return isDeepStrictEqual(report.model, identify(manifest)) ? report : null;
}

/** Writes a model's card, see {@link renderCard}. */
export async function writeCard(folder: string): Promise<void> {
  await writeFile(join(folder, CARD), await renderCard(folder));
}

/**
 * The card of a model, from its manifest and its reports.
 * @throws {NegarError} FILE_NOT_FOUND when it has not been evaluated.
 */
export async function renderCard(folder: string): Promise<string> {
  const card = await composeCard(folder);
  return format(card, { parser: 'markdown', proseWrap: 'always', printWidth: 100 });
}

async function composeCard(folder: string): Promise<string> {
  const manifest = await readManifestFile(folder);
  if (manifest.kind === 'encoder') return encoderCard(manifest);
  if (manifest.kind === 'translator') return translatorCard(manifest);
  if (manifest.kind === 'memory') return memoryCard(manifest);
  if (manifest.kind !== 'captioner') return labellerCard(manifest);
  const dev = await recordedReport(folder, manifest, 'dev');
  const test = await recordedReport(folder, manifest, 'test');
  const comparison = await recordedComparison(folder);
  if (dev) return captionerCard(manifest, { dev, ...(test && { test }) }, comparison);
  throw new NegarError(
    'FILE_NOT_FOUND',
    `"${folder}" has no ${reportFile('dev')} of the model as it is now. Write it with ` +
      `"npm run evaluate -- --model ${folder} --split dev --record".`,
  );
}

async function recordedComparison(folder: string): Promise<Comparison | null> {
  const path = join(folder, COMPARISON);
  if (!existsSync(path)) return null;
  return comparisonSchema.parse(JSON.parse(await readFile(path, 'utf8')));
}

async function readManifestFile(folder: string): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST_PATH), 'utf8')));
}
