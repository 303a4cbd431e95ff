import { Command } from 'commander';
import { availableParallelism } from 'node:os';
import { readEncoder } from '../../models/artefact/encoder';
import { decoderWeightSpecs } from '../../models/captioner/decoder';
import type { CaptionScores } from '../../models/metrics/evaluate';
import { layOut } from '../../models/training/weight-vector';
import { folderSource } from '../../server/inference/sources';
import { readSplit } from '../data/flickr8k';
import { releasedWeights, sharedVector, weightFiles } from '../weight-files';
import { evaluateModel } from '../evaluation/evaluate-model';
import { recordReport } from '../evaluation/record';
import { writeArtefact } from '../write-artefact';
import { releaseDetector } from '../detect/release';
import { calibrate } from './calibrate';
import { chooseSearch, distinctWords, searches, type TriedSearch } from './choose-search';
import { captionSplit, scoreHypotheses } from './dev';
import { ensureFeatures } from './features';
import { createTrainingPool } from './pool';
import { averageOfBest } from './average';
import { openRunFolder } from './run-folder';

const program = new Command('npm run release --')
  .description(
    "Writes a run's best weights as an artefact, with what is chosen and measured on dev, and its card.",
  )
  .requiredOption('--run <name>', 'the training run')
  .requiredOption('--out <folder>', 'folder of the artefact')
  .requiredOption('--version <version>', 'version of the artefact')
  .option('--average <names...>', 'other runs or artefacts whose weights are averaged with its own')
  .option('--detector <run>', 'training run of a word detector, which helps to choose captions')
  .option('--workers <n>', 'worker threads', String(Math.min(2, availableParallelism())))
  .parse();

const {
  run,
  out,
  version,
  workers,
  average = [],
  detector: detectorRun,
} = program.opts<
  Record<'run' | 'out' | 'version' | 'workers', string> & { average?: string[]; detector?: string }
>();
const threads = Number(workers);
const { config, options, encoder, start, device, commit, vocabulary, checkpoint } =
  await openRunFolder(run);
const state = await checkpoint.readState();
const best = await averageOfBest([run, ...average]);

const weights = releasedWeights(best);
const photos = await readSplit('dev');
const dev = { photos, cachePath: await ensureFeatures(encoder, 'dev', threads) };
const pool = createTrainingPool('wasm', threads);
const detector = detectorRun
  ? await releaseDetector(detectorRun, vocabulary.words, threads)
  : undefined;
const decoder = { config, weights, vocabulary, detector: detector?.shared, pool };

const tried: TriedSearch[] = [];
for (const beam of searches({ detects: detector !== undefined })) {
  const hypotheses = await captionSplit(decoder, dev, beam);
  const scores = scoreHypotheses(vocabulary, photos, hypotheses);
  const words = distinctWords({ hypotheses });
  console.error(`${JSON.stringify(beam)}: ${describe(scores)}, ${words} distinct words`);
  tried.push({ beam, hypotheses, scores });
}
const chosen = chooseSearch(tried);
const precise = { ...decoder, weights: sharedVector(best) };
const float32 = scoreHypotheses(vocabulary, photos, await captionSplit(precise, dev, chosen.beam));
console.error(`in float32: ${describe(float32)}`);
await pool.close();
const { calibration, report } = calibrate(vocabulary, photos, chosen.hypotheses);
console.error('calibration on the other half of dev:', report);

const { manifest, weightsSha256 } = await readEncoder(folderSource(encoder));
await writeArtefact(
  out,
  {
    kind: 'captioner',
    id: `captioner-${manifest.id}`,
    version,
    description: `Caption decoder (${config.cell}) for the features of ${manifest.id}.`,
    licence: "MIT for the weights' files; trained on Flickr8k, for research and educational use",
    decoder: config,
    weights: 'weights.json',
    vocabulary: 'vocabulary.json',
    detector: detector?.about,
    encoder: { id: manifest.id, sha256: weightsSha256 },
    training: {
      commit,
      seed: options.seed,
      data: 'Flickr8k train: 6,000 photos with 5 captions each',
      device: device ?? `${threads} CPU cores, tfjs WASM`,
      minutes: Math.round(state.seconds / 60),
      epochs: state.best?.epoch ?? 0,
      options: {
        ...options,
        ...(start && { startedFromRun: start }),
        ...(average.length > 0 && { averagedWithRuns: average.join(', ') }),
      },
    },
    scores: { dev: { ...chosen.scores, ...chosen.beam, float32Cider: float32.cider } },
    confidence: calibration,
    generation: { ...chosen.beam, minWords: 5, maxWords: 20 },
  },
  {
    ...weightFiles(layOut(decoderWeightSpecs(config)), best),
    ...detector?.files,
    'vocabulary.json': JSON.stringify(vocabulary),
  },
);
const evaluation = {
  model: out,
  encoder,
  split: 'dev',
  beams: [1, 3, 5],
  workers: threads,
} as const;
await recordReport(out, (await evaluateModel(evaluation)).report);

function describe({ bleu4, cider }: CaptionScores): string {
  return `CIDEr ${cider.toFixed(1)}, BLEU-4 ${bleu4.toFixed(1)}`;
}
