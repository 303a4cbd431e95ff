import { expect, it } from 'vitest';
import { splitLit } from './split-lit';

it('lights each word by the evidence in it, compared with the strongest', () => {
  const evidence = [
    { text: 'won', start: 10, end: 13, weight: 4 },
    { text: 'team', start: 4, end: 8, weight: 1 },
  ];
  expect(splitLit('The team, won!', evidence)).toEqual([
    { text: 'The', light: 0 },
    { text: 'team,', light: 0.25 },
    { text: 'won!', light: 1 },
  ]);
  expect(splitLit(' a ', [])).toEqual([{ text: 'a', light: 0 }]);
});
