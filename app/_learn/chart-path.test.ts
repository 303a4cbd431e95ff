import { expect, it } from 'vitest';
import { chartPath, ticksOf } from './chart-path';

const x = { from: 1, to: 5 };

it('places values on a linear axis and on one of equal factors', () => {
  const points = [
    [1, 0],
    [3, 0.5],
    [5, 1],
  ] as const;
  expect(chartPath(points, x, { from: 0, to: 1 })).toBe('M0.00 100.00L50.00 50.00L100.00 0.00');
  const y = { from: 1e-4, to: 1, isLog: true };
  expect(
    chartPath(
      [
        [1, 1],
        [3, 1e-2],
        [5, 0],
      ],
      x,
      y,
    ),
  ).toBe('M0.00 0.00L50.00 50.00L100.00 100.00');
});

it('keeps what is beyond the scales at their border, and draws nothing of nothing', () => {
  expect(chartPath([[9, -3]], x, { from: 0, to: 1 })).toBe('M100.00 100.00');
  expect(chartPath([], x, x)).toBe('');
  expect(ticksOf(x)).toEqual([5, 1]);
});
