import { classifierWeightSpecs } from '../../models/sequence/classifier-network';
import { layOut } from '../../models/training/weight-vector';
import { readAgNews } from '../data/ag-news';
import { readReleaseFlags } from '../flags';
import { openRunFolder } from '../run-folder';
import { releasedWeights, weightFiles } from '../weight-files';
import { writeArtefact } from '../write-artefact';
import { topicAccuracy } from './lesson';
import { createTopicPool, topicRunSchema } from './run';

const { run, out, version, workers } = readReleaseFlags();
const { description, checkpoint, ...folder } = await openRunFolder(run, topicRunSchema);
const { config, options, commit } = description;
const vocabulary = await folder.vocabulary('vocabulary');
const state = await checkpoint.readState();
const best = await checkpoint.readBest();

const pool = createTopicPool(workers);
const { train, dev } = await readAgNews();
const classifier = { config, weights: releasedWeights(best), vocabulary, pool };
const accuracy = await topicAccuracy(classifier, dev);
await pool.close();
console.error(`dev: ${accuracy.toFixed(2)} % of ${dev.length} texts`);

await writeArtefact(
  out,
  {
    kind: 'classifier',
    id: 'topic-ag-news',
    version,
    description: `Topic classifier of English news (bidirectional ${config.cell}, ${config.pooling} pooling).`,
    licence: "MIT for the weights' files; trained on AG News, for non-commercial use",
    network: config,
    weights: 'weights.json',
    vocabulary: 'vocabulary.json',
    training: {
      commit,
      seed: options.seed,
      data: `AG News train: ${train.length} texts`,
      device: `${workers} CPU cores, tfjs WASM`,
      minutes: Math.round(state.seconds / 60),
      epochs: state.best?.epoch ?? 0,
      options,
    },
    scores: { dev: { accuracy } },
  },
  {
    ...weightFiles(layOut(classifierWeightSpecs(config)), best),
    'vocabulary.json': JSON.stringify(vocabulary),
  },
);
