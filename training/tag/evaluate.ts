import { readTagger } from '../../models/artefact/sequence';
import { folderSource } from '../../server/inference/sources';
import { readUdEwt } from '../data/ud-ewt';
import { readEvaluateFlags } from '../flags';
import { recordScores } from '../record-scores';
import { sharedWeights } from '../weight-files';
import { tagAccuracy } from './lesson';
import { createTagPool } from './run';

const { model, split, workers } = readEvaluateFlags('public/models/tagger-ud-ewt');
const { manifest, weights, lexicon } = await readTagger(folderSource(model));
const sentences = await readUdEwt(split);
const pool = createTagPool(workers);
const tagger = { config: manifest.network, weights: sharedWeights(weights), lexicon, pool };
const accuracy = await tagAccuracy(tagger, sentences);
await pool.close();
const count = sentences.flatMap(({ words }) => words).length;
console.log(`${split}: ${accuracy.toFixed(2)} % of ${count} words get the right tag`);
await recordScores(model, split, { accuracy });
