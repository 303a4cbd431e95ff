import { expect, it } from 'vitest';
import { readRunLog } from './run-log';

const log = (...entries: object[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

it('gathers the steps of each epoch', () => {
  const text = log(
    { step: 10, loss: 5, norm: 1 },
    { step: 20, loss: 3, norm: 1 },
    { epoch: 1, loss: 3.5, cider: 20, seconds: 9 },
    { step: 30, loss: 2, norm: 1 },
    { epoch: 2, loss: 3, cider: 30, seconds: 18 },
    { step: 40, loss: 1, norm: 1 },
  );
  expect(readRunLog(text)).toEqual([
    { epoch: 1, trainLoss: 4, devLoss: 3.5, devCider: 20 },
    { epoch: 2, trainLoss: 2, devLoss: 3, devCider: 30 },
  ]);
});

it('counts once what a resumed run logged twice', () => {
  const text = log(
    { step: 10, loss: 5 },
    { step: 20, loss: 9 },
    { step: 20, loss: 3 },
    { epoch: 1, loss: 4, cider: 10 },
    { epoch: 1, loss: 3.5, cider: 20 },
  );
  expect(readRunLog(text)).toMatchObject([{ epoch: 1, devLoss: 3.5, devCider: 20 }]);
  expect(readRunLog(text.split('\n').slice(0, 4).join('\n'))[0].trainLoss).toBe(4);
});

it('leaves out what was not measured', () => {
  expect(readRunLog(log({ epoch: 1, loss: 4 }))).toEqual([
    { epoch: 1, trainLoss: null, devLoss: 4, devCider: null },
  ]);
  expect(readRunLog('')).toEqual([]);
});
