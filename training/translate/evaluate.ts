import { readTranslator } from '../../models/artefact/sequence';
import { folderSource } from '../../server/inference/sources';
import { readTranslations } from '../data/translations';
import { readEvaluateFlags } from '../flags';
import { recordScores } from '../record-scores';
import { sharedWeights } from '../weight-files';
import { searchBleu } from './bleu';
import { createTranslatePool } from './run';

const { model, split, workers } = readEvaluateFlags('public/models/translator-en');
const { manifest, weights, subwords, languages } = await readTranslator(folderSource(model));
const pairs = await readTranslations(split);
const pool = createTranslatePool(workers);
const { network: config, generation } = manifest;
const translator = { config, weights: sharedWeights(weights), subwords, languages, pool };
const scores = await searchBleu(translator, pairs, generation);
await pool.close();
for (const [language, bleu] of Object.entries(scores)) {
  console.log(`${split}: BLEU ${bleu.toFixed(2)} from English to ${language}`);
}
await recordScores(model, split, scores);
