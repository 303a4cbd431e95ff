import { expect, it } from 'vitest';
import { confidenceOf } from '../../models/captioner/confidence';
import type { Hypothesis } from '../../models/generate/hypothesis';
import { createRandom } from '../../models/random';
import { Vocabulary } from '../../models/text/vocabulary';
import type { CaptionedPhoto } from '../data/flickr8k';
import { calibrate } from './calibrate';

const PHOTOS = 1000;
const WORDS = [0, 1, 2, 3, 4];

/** Every photo has words of its own, so that its own caption has CIDEr-D 10 and any other 0. */
const photos: CaptionedPhoto[] = Array.from({ length: PHOTOS }, (_, photo) => ({
  name: `${photo}.jpg`,
  captions: [WORDS.map((word) => `w${photo}x${word}`)],
}));
const vocabulary = Vocabulary.build(
  photos.flatMap(({ captions }) => captions),
  { minCount: 1 },
);

/** The true probability that a caption is right, rising over the scores from -3 to -1. */
const truth = (score: number) => 0.2 + 0.4 * (score + 3);

/** Captions with mean log-probabilities in [-3, -1], each right with the probability of its score. */
function write(seed: number): Hypothesis[][] {
  const random = createRandom(seed);
  return photos.map(({ captions }, photo) => {
    const score = -3 + 2 * random();
    const right = random() < truth(score);
    const tokens = vocabulary.encode(
      right ? captions[0] : photos[(photo + 1) % PHOTOS].captions[0],
    );
    const logProb = score * (tokens.length + 1);
    return [{ tokens, words: [], logProb, score: logProb, finished: true }];
  });
}

const { calibration, report } = calibrate(vocabulary, photos, write(1));

it('finds the probability that a caption reaches the median', () => {
  expect(report.medianCider).toBeCloseTo(1000, 6);
  for (const score of [-2.8, -2.4, -2, -1.6, -1.2]) {
    // 500 captions are fitted, and the truth is no logistic.
    expect(Math.abs(confidenceOf(calibration, score) - truth(score))).toBeLessThan(0.08);
  }
});

it('is never certain', () => {
  const confidences = [-10, -3, -2, -1, 0].map((score) => confidenceOf(calibration, score));
  expect(Math.min(...confidences)).toBeGreaterThan(0);
  expect(Math.max(...confidences)).toBeLessThan(1);
});

it('holds on the half of the captions that it was not fitted on', () => {
  expect(report.captions).toBe(PHOTOS / 2);
  expect(report.ece).toBeLessThan(0.1);
});

it('hedges about 18 % of the captions, and worse ones than the others', () => {
  expect(Math.abs(report.hedgedShare - 0.18)).toBeLessThan(0.08);
  expect(report.hedgedCider).toBeLessThan(report.otherCider! - 200);
});

it('is the same each time', () => {
  expect(calibrate(vocabulary, photos, write(1))).toEqual({ calibration, report });
});

it('finds no skill where the score says nothing', () => {
  const random = createRandom(2);
  const shuffled = write(1).map(([hypothesis]) => [
    { ...hypothesis, logProb: (-3 + 2 * random()) * (hypothesis.tokens.length + 1) },
  ]);
  const { calibration: flat } = calibrate(vocabulary, photos, shuffled);
  for (const score of [-2.5, -2, -1.5]) {
    // Whatever the score, 0.6 of the captions are right.
    expect(Math.abs(confidenceOf(flat, score) - 0.6)).toBeLessThan(0.1);
  }
});
