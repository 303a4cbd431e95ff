import { describe, expect, it } from 'vitest';
import { createCiderScorer } from '../../../models/metrics/cider';
import { Vocabulary } from '../../../models/text/vocabulary';
import { TINY_WORDS, tinyConfig, tinyWeights } from '../../../models/testing/tiny-decoder';
import { Adam } from '../../../models/training/adam';
import { inProcessPool, tinyTrainingSet } from '../../testing/tiny-run';
import { advantages, selfCritical } from './self-critical';

describe('advantages', () => {
  it('are measured from the mean of the other rewards, and add up to 0', () => {
    expect(advantages([3, 0, 0])).toEqual([3, -1.5, -1.5]);
    expect(advantages([2, 2])).toEqual([0, 0]);
  });
});

describe('self-critical training', () => {
  const config = tinyConfig();
  const vocabulary = Vocabulary.fromWords(TINY_WORDS);
  const pool = inProcessPool();
  const references = ['a dog runs on grass', 'a dog on a dog'].map((text) => [text.split(' ')]);
  const photos = references.map((captions, i) => ({ name: `${i}.jpg`, captions }));

  it('raises the reward of what is drawn', async () => {
    const { cachePaths } = await tinyTrainingSet(config, photos.length);
    const { vector } = tinyWeights(config);
    const weights = new SharedArrayBuffer(vector.byteLength);
    const values = new Float32Array(weights);
    values.set(vector);
    const gradient = new SharedArrayBuffer(vector.byteLength);
    const samples = 20;
    const temperature = 0.5;
    const objective = selfCritical({
      photos,
      cachePaths,
      vocabulary,
      samples,
      temperature,
      surprise: 0,
      config,
      weights,
      pool,
    });
    expect(objective).toMatchObject({ items: 2, imitates: false });
    const adam = new Adam(vector.length);
    const scorer = createCiderScorer(references);
    const rewards: number[] = [];
    for (let step = 0; step < 120; step++) {
      const share = await objective.share([0, 1], step);
      const scores = share.captions.flatMap((drawn, photo) =>
        drawn.map((ids) => scorer.score(photo, vocabulary.decode(ids))),
      );
      rewards.push(mean(scores));
      const dropout = { embedding: 0, evidence: 0, readout: 0 };
      const task = {
        config,
        weights,
        gradient,
        dropout,
        smoothing: 0,
        ownWords: 0,
        seed: step,
        ...share,
      };
      const { words } = await pool.run('gradient', task);
      adam.update(
        values,
        new Float32Array(gradient).map((g) => g / words),
        0.03,
      );
    }
    expect(mean(rewards.slice(-10))).toBeGreaterThan(3 * mean(rewards.slice(0, 10)));
  });
});

const mean = (part: readonly number[]) => part.reduce((a, b) => a + b) / part.length;
