import { taggerWeightSpecs } from '../../models/sequence/tagger-network';
import { layOut } from '../../models/training/weight-vector';
import { readUdEwt } from '../data/ud-ewt';
import { readReleaseFlags } from '../flags';
import { openRunFolder } from '../run-folder';
import { releasedWeights, weightFiles } from '../weight-files';
import { writeArtefact } from '../write-artefact';
import { tagAccuracy } from './lesson';
import { createTagPool, tagRunSchema } from './run';

const { run, out, version, workers } = readReleaseFlags();
const { description, checkpoint, vocabulary } = await openRunFolder(run, tagRunSchema);
const { config, options, commit } = description;
const lexicon = {
  words: await vocabulary('vocabulary'),
  characters: await vocabulary('characters'),
};
const state = await checkpoint.readState();
const best = await checkpoint.readBest();

const pool = createTagPool(workers);
const dev = await readUdEwt('dev');
const accuracy = await tagAccuracy({ config, weights: releasedWeights(best), lexicon, pool }, dev);
await pool.close();
console.error(`dev: ${accuracy.toFixed(2)} % of the words`);

await writeArtefact(
  out,
  {
    kind: 'tagger',
    id: 'tagger-ud-ewt',
    version,
    description: `Part-of-speech tagger of English (bidirectional ${config.cell} over words and spellings).`,
    licence: "MIT for the weights' files; trained on UD English EWT, CC BY-SA 4.0",
    network: config,
    weights: 'weights.json',
    vocabulary: 'vocabulary.json',
    characters: 'characters.json',
    training: {
      commit,
      seed: options.seed,
      data: 'UD English EWT train: 12,544 sentences, 204,577 words',
      device: `${workers} CPU cores, tfjs WASM`,
      minutes: Math.round(state.seconds / 60),
      epochs: state.best?.epoch ?? 0,
      options,
    },
    scores: { dev: { accuracy } },
  },
  {
    ...weightFiles(layOut(taggerWeightSpecs(config)), best),
    'vocabulary.json': JSON.stringify(lexicon.words),
    'characters.json': JSON.stringify(lexicon.characters),
  },
);
