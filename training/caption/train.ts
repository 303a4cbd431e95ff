import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DecoderConfig } from '../../models/captioner/config';
import { FEATURE_SIZE, GRID_CELLS } from '../../models/encoder/nodes';
import { Vocabulary } from '../../models/text/vocabulary';
import { readSplit } from '../data/flickr8k';
import { createWorkerPool } from '../worker-pool';
import { Checkpoint } from './checkpoint';
import { captionSplit, scoreHypotheses, splitLoss } from './dev';
import { ensureFeatures } from './features';
import { trainOptionsSchema } from './options';
import { Trainer } from './trainer';

const [run, encoder, cacheName, epochs, from] = process.argv.slice(2);
const workers = 2;
const options = trainOptionsSchema.parse({ hiddenSize: 384, epochs, learningRate: 2e-3 });
const [train, dev] = await Promise.all([readSplit('train'), readSplit('dev')]);
const vocabulary = Vocabulary.build(
  train.flatMap((p) => p.captions),
  options,
);
const cache = (split: string) => `.cache/features/${cacheName}/${split}.f16`;
await ensureFeatures(encoder, 'dev', cache('dev'), workers);
await ensureFeatures(encoder, 'train', cache('train'), workers);
const config: DecoderConfig = {
  cell: options.cell,
  attention: options.attention,
  vocabularySize: vocabulary.size,
  embeddingSize: options.embeddingSize,
  hiddenSize: options.hiddenSize,
  attentionSize: options.attentionSize,
  featureSize: FEATURE_SIZE,
  gridCells: GRID_CELLS,
};
const encode = (photos: typeof train) =>
  photos.map((p) => p.captions.map((c) => vocabulary.encode(c)));
const pool = createWorkerPool<typeof import('./worker')>(
  new URL('./worker.ts', import.meta.url),
  workers,
);
const folder = join('runs', run);
await mkdir(folder, { recursive: true });
const checkpoint = new Checkpoint(folder);
await checkpoint.write('vocabulary.json', JSON.stringify(vocabulary.words));
await checkpoint.write('config.json', JSON.stringify({ config, options }));
const trainer = new Trainer(
  config,
  options,
  { captions: encode(train), cachePath: cache('train') },
  checkpoint,
  pool,
  workers,
);
await trainer.prepare(from ? await new Checkpoint(from).readBest() : undefined);
process.on('SIGINT', () => trainer.stop());
process.on('SIGTERM', () => trainer.stop());
const decoder = { config, weights: trainer.weights, vocabulary, pool };
const devSet = { photos: dev, cachePath: cache('dev') };
const state = await trainer.run(async () => {
  const loss = await splitLoss(decoder, devSet);
  const found = await captionSplit(decoder, devSet, { beamWidth: 3, lengthPenalty: 0.7 });
  const scores = { loss, ...scoreHypotheses(vocabulary, dev, found) };
  console.error('dev', scores);
  return scores;
});
console.error(state);
await pool.close();
