import { expect, it } from 'vitest';
import { Vocabulary } from '../../models/text/vocabulary';
import { priorLogOdds, wordShares } from './shares';

const vocabulary = Vocabulary.fromWords('<pad> <start> <end> <unk> dog grass'.split(' '));
const photo = (...captions: string[]) => ({
  name: 'a.jpg',
  captions: captions.map((caption) => caption.split(' ')),
});

it('counts a word once a caption, and no unknown ones', () => {
  const [one, other] = wordShares(
    [photo('dog dog yak', 'grass', 'dog', 'yak'), photo('yak')],
    vocabulary,
  );
  expect([...one]).toEqual([
    [4, 0.5],
    [5, 0.25],
  ]);
  expect(other.size).toBe(0);
});

it('has the log-odds of the mean share, and finite ones of words that never or always occur', () => {
  const shares = [{ dog: 0.5 }, { dog: 1 }, { dog: 0 }].map(
    ({ dog }) =>
      new Map([
        [3, 1],
        [4, dog],
      ]),
  );
  const odds = priorLogOdds(shares, 6);
  expect(odds[3]).toBeCloseTo(Math.log(1e5), 3);
  expect(odds[4]).toBeCloseTo(0, 6);
  expect(odds[5]).toBeCloseTo(Math.log(1e-5), 3);
});
