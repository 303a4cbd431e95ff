import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProgress } from '../../cli/progress';
import { captionSplit } from '../caption/dev';
import { ensureFeatures } from '../caption/features';
import { readSplit, type Split } from '../data/flickr8k';
import { reliabilityPlot } from '../plots/reliability';
import { createWorkerPool } from '../worker-pool';
import { galleryPage } from './gallery';
import { chooseGallery } from './gallery-items';
import { type Captions, measure } from './measure';
import { type EvaluationReport, identify } from './report';
import { readShippedModel } from './shipped-model';

export interface EvaluationTask {
  /** Folder of the captioner's artefact. */
  readonly model: string;
  /** Folder of its encoder's artefact. */
  readonly encoder: string;
  readonly split: Exclude<Split, 'train'>;
  /** Beam widths beside the shipped one. */
  readonly beams: readonly number[];
  readonly workers: number;
}

/**
 * Captions a split with a shipped model and writes `report.json`, `gallery.html` and
 * `reliability.svg`.
 * @returns the report, and the folder that the files are in.
 */
export async function evaluateModel(
  task: EvaluationTask,
): Promise<{ report: EvaluationReport; folder: string }> {
  const { split, workers } = task;
  const model = await readShippedModel(task.model, task.encoder);
  const { id, version, generation } = model.manifest;
  const photos = await readSplit(split);
  const set = { photos, cachePath: await ensureFeatures(task.encoder, split, workers) };

  const widths = [...new Set([...task.beams, generation.beamWidth])].sort((a, b) => a - b);
  const module = new URL('../caption/worker.ts', import.meta.url);
  const pool = createWorkerPool<typeof import('../caption/worker')>(module, workers);
  const progress = startProgress('beam widths', widths.length);
  const byBeam = new Map<number, Captions>();
  for (const beamWidth of widths) {
    const decoder = { ...model.decoder, pool };
    byBeam.set(beamWidth, await captionSplit(decoder, set, { ...generation, beamWidth }));
    progress.advance(1);
  }
  progress.stop();
  await pool.close();

  const report: EvaluationReport = {
    format: 'negar-evaluation/1',
    model: identify(model.manifest),
    split,
    photos: photos.length,
    date: new Date().toISOString().slice(0, 10),
    commit: currentCommit(),
    ...measure(model, split, photos, byBeam, await readSplit('train')),
  };
  const { bins, ece } = report.calibration;
  const gallery = await chooseGallery(model, split, photos, byBeam.get(generation.beamWidth)!);
  const folder = join('.cache', 'evaluation', `${id}-${version}`, split);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(folder, 'gallery.html'), galleryPage(report, gallery));
  await writeFile(join(folder, 'reliability.svg'), reliabilityPlot(bins, ece));
  return { report, folder };
}

function currentCommit(): string {
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd, encoding: 'utf8' }).trim();
}
