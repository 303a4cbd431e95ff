import { expect, it } from 'vitest';
import { comparisonSection, readDevScores } from './comparison';

const LOG = `{"step":10,"loss":7.5,"norm":1}
{"epoch":1,"loss":3.8,"bleu1":50,"bleu4":10.3,"cider":21.77,"score":21.77,"seconds":366}
{"step":20,"loss":6.5,"norm":1}
{"epoch":2,"loss":3.5,"bleu1":57,"bleu4":14.1,"cider":30.65,"score":30.65,"seconds":708}
`;

it('reads the looks at dev from a log, and nothing else', () => {
  expect(readDevScores(LOG)).toEqual([
    { epoch: 1, loss: 3.8, bleu4: 10.3, cider: 21.77, seconds: 366 },
    { epoch: 2, loss: 3.5, bleu4: 14.1, cider: 30.65, seconds: 708 },
  ]);
});

it('shows each epoch of each run', () => {
  const runs = [{ name: 'LSTM', parameters: 1_234_567, epochs: readDevScores(LOG) }];
  const section = comparisonSection({ budget: 'seed 1', runs });
  expect(section).toContain('side by side: seed 1.');
  expect(section).toContain('| LSTM | 1,234,567 | 2 | 11.8 | 3.50 | 14.1 | 30.6 |');
});
