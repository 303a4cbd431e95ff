import { expect, it } from 'vitest';
import { ribbonRows } from './ribbon-rows';

it('takes the units that change most, those that are strong early first', () => {
  const states = [
    [0, -4, 1],
    [2, -1, 1],
    [1, -1, 1],
  ].map((state) => Float32Array.from([...state, ...Array.from({ length: 30 }, () => 0.5)]));
  const rows = ribbonRows(states);
  expect(rows).toHaveLength(28);
  const changing = rows.filter((row) => new Set(row).size > 1);
  expect(changing).toEqual([
    [-1, -0.25, -0.25],
    [0, 0.5, 0.25],
  ]);
});
