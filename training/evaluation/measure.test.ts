import { describe, expect, it } from 'vitest';
import { type CaptionerManifest } from '../../models/artefact/manifest';
import type { Hypothesis } from '../../models/generate/hypothesis';
import { tinyCaptionerFields } from '../../models/testing/tiny-artefact';
import { tinyConfig } from '../../models/testing/tiny-decoder';
import { Vocabulary } from '../../models/text/vocabulary';
import type { CaptionedPhoto } from '../data/flickr8k';
import { measure } from './measure';

const words = (text: string) => text.split(' ');
const photos: CaptionedPhoto[] = [
  { name: 'a.jpg', captions: ['a man walks his dog', 'a man on the beach'].map(words) },
  { name: 'b.jpg', captions: ['two dogs play in snow', 'dogs in the snow'].map(words) },
  { name: 'c.jpg', captions: ['a woman climbs a rock', 'a girl on a rock'].map(words) },
  { name: 'd.jpg', captions: ['people in a boat', 'a boat on the water'].map(words) },
];
const vocabulary = Vocabulary.build(
  photos.flatMap(({ captions }) => captions),
  { minCount: 1 },
);
const fields = tinyCaptionerFields('a'.repeat(64));
const knots = [
  { score: -2, probability: 0.2 },
  { score: -1, probability: 0.8 },
];
const model = (confidence: object) => ({
  manifest: {
    ...fields,
    confidence: { knots, hedgeBelow: 0.5, ...confidence },
  } as unknown as CaptionerManifest,
  decoder: { config: tinyConfig(), weights: new SharedArrayBuffer(4), vocabulary },
});

/** A caption whose tokens have a mean log-probability. */
function hypothesis(text: string, score: number): Hypothesis[] {
  const tokens = vocabulary.encode(words(text));
  const logProb = score * (tokens.length + 1);
  return [{ tokens, words: [], logProb, score: logProb, finished: true }];
}

const perfect = photos.map(({ captions }) => hypothesis(captions[0].join(' '), -1));
const mixed = [
  hypothesis('a man walks his dog', -1),
  hypothesis('two dogs play in snow', -1),
  hypothesis('a man on the beach', -2),
  hypothesis('a man on the beach', -2),
];
const byBeam = new Map([
  [1, mixed],
  [3, perfect],
]);
const training: CaptionedPhoto[] = [{ name: 't.jpg', captions: [words('a man on the beach')] }];

describe('measure', () => {
  it('scores each beam width, and the shipped one in depth', () => {
    const { beams, gender } = measure(model({}), 'test', photos, byBeam, training);
    expect(beams.map(({ beamWidth }) => beamWidth)).toEqual([1, 3]);
    const [one, three] = beams;
    expect(three.scores.bleu4).toBeCloseTo(100, 9);
    expect(one.scores.cider).toBeLessThan(three.scores.cider);
    expect(one.diversity.copiedShare).toBe(0.5);
    expect(three.diversity.copiedShare).toBe(0);
    // Beam 3 is the shipped one: nobody's gender is wrong.
    expect(gender).toMatchObject({
      wrongShare: 0,
      counts: { man: { man: 1 }, woman: { woman: 1 } },
    });
  });

  it('checks the confidence of the shipped beam width', () => {
    const shipped = new Map([[3, mixed]]);
    // Whether a caption reaches the median that the manifest names: the two right ones do.
    const { calibration } = measure(model({ medianCider: 100 }), 'test', photos, shipped, []);
    expect(calibration).toMatchObject({ captions: 4, medianCider: 100, hedgedShare: 0.5 });
    expect(calibration.bins).toMatchObject([
      { count: 2, observed: 0 },
      { count: 2, observed: 1 },
    ]);
    // Confidences 0.2 and 0.8 against frequencies 0 and 1.
    expect(calibration.ece).toBeCloseTo(0.2, 9);
    expect(calibration.hedgedCider).toBeLessThan(calibration.otherCider!);
  });

  it('takes the captions themselves for the median where the manifest names none', () => {
    const { calibration } = measure(model({}), 'test', photos, new Map([[3, mixed]]), []);
    expect(calibration.medianCider).toBeLessThan(100);
  });

  it('checks dev on the half that the confidence was not fitted on', () => {
    const { calibration } = measure(model({}), 'dev', photos, new Map([[3, mixed]]), []);
    expect(calibration.captions).toBe(2);
  });
});
