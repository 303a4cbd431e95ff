import type { SearchSettings } from '../../models/sequence/translator';
import { markOf, TARGETS } from '../../models/sequence/languages';
import { translatorWeightSpecs } from '../../models/sequence/translator-network';
import { Subwords } from '../../models/text/subwords';
import { layOut } from '../../models/training/weight-vector';
import { readTranslations } from '../data/translations';
import { readReleaseFlags } from '../flags';
import { openRunFolder } from '../run-folder';
import { releasedWeights, weightFiles } from '../weight-files';
import { writeArtefact } from '../write-artefact';
import { meanBleu, searchBleu } from './bleu';
import { createTranslatePool, translateRunSchema } from './run';

/** Searches among which the release chooses. */
const SEARCHES: SearchSettings[] = [
  { beamWidth: 1, lengthPenalty: 0 },
  { beamWidth: 4, lengthPenalty: 1 },
];
/** Sentences a language that it chooses on, and that its figures for dev are of. */
const CHOSEN_ON = 100;

const { run, out, version, workers } = readReleaseFlags();
const { description, checkpoint, ...folder } = await openRunFolder(run, translateRunSchema);
const { config, options, outputs, commit } = description;
const vocabulary = await folder.vocabulary('vocabulary');
const state = await checkpoint.readState();
const best = await checkpoint.readBest();
const languages = TARGETS.map((language) => ({
  language,
  mark: vocabulary.encode([markOf(language)])[0],
  pieces: outputs[language],
}));

const pool = createTranslatePool(workers);
const dev = await readTranslations('dev');
const subwords = new Subwords(vocabulary);
const translator = { config, weights: releasedWeights(best), subwords, languages, pool };
let chosen = { search: SEARCHES[0], scores: {}, mean: -1 };
for (const search of SEARCHES) {
  const scores = await searchBleu(translator, dev, search, CHOSEN_ON);
  console.error(JSON.stringify({ ...search, ...scores }));
  const mean = meanBleu(scores);
  if (mean > chosen.mean) chosen = { search, scores, mean };
}
await pool.close();

await writeArtefact(
  out,
  {
    kind: 'translator',
    id: 'translator-en',
    version,
    description: `Translator of English captions to German, French, Czech and Persian (${config.cell} encoder and decoder with attention).`,
    licence:
      "MIT for the weights' files; trained on Multi30k, for research, and on Flickr8k captions that a machine translated to Persian",
    network: config,
    weights: 'weights.json',
    vocabulary: 'vocabulary.json',
    outputs: 'outputs.json',
    training: {
      commit,
      seed: options.seed,
      data: 'Multi30k train: 29,000 sentences in German, French and Czech; Flickr8k-fa train: 12,402 in Persian',
      device: `${workers} CPU cores, tfjs WASM`,
      minutes: Math.round(state.seconds / 60),
      epochs: state.best?.epoch ?? 0,
      options,
    },
    scores: { dev: chosen.scores },
    generation: chosen.search,
  },
  {
    ...weightFiles(layOut(translatorWeightSpecs(config)), best),
    'vocabulary.json': JSON.stringify(vocabulary),
    'outputs.json': JSON.stringify(outputs),
  },
);
