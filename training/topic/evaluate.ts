import { readClassifier } from '../../models/artefact/sequence';
import { folderSource } from '../../server/inference/sources';
import { readAgNews } from '../data/ag-news';
import { readEvaluateFlags } from '../flags';
import { recordScores } from '../record-scores';
import { sharedWeights } from '../weight-files';
import { topicAccuracy } from './lesson';
import { createTopicPool } from './run';

const { model, split, workers } = readEvaluateFlags('public/models/topic-ag-news');
const { manifest, weights, vocabulary } = await readClassifier(folderSource(model));
const texts = (await readAgNews())[split];
const pool = createTopicPool(workers);
const classifier = { config: manifest.network, weights: sharedWeights(weights), vocabulary, pool };
const accuracy = await topicAccuracy(classifier, texts);
await pool.close();
console.log(`${split}: ${accuracy.toFixed(2)} % of ${texts.length} texts get the right topic`);
await recordScores(model, split, { accuracy });
