import { expect, it } from 'vitest';
import { unitsPath } from './units-path';

it('draws a dot whose area is the value, for units of one sign', () => {
  const values = [1, 0.25, -1, 0, 0.25, 7];
  const positive = unitsPath(values, 4, 1);
  expect(positive.match(/M/g)).toHaveLength(4);
  expect(positive).toContain('M0.5 0.02l0.48 0.48');
  // A quarter of the area is half of the diagonal; the fifth unit begins the second row.
  expect(positive).toContain('M1.5 0.26l0.24 0.24');
  expect(positive).toContain('M0.5 1.26');
  // Nothing is larger than a unit's square.
  expect(positive).toContain('M1.5 1.02l0.48 0.48');
  expect(unitsPath(values, 4, -1)).toBe('M2.5 0.02l0.48 0.48-0.48 0.48-0.48-0.48z');
});
