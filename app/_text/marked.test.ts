import { expect, it } from 'vitest';
import { marked } from './marked';

const at = (...marks: [number, number][]) => marks.map(([start, end]) => ({ start, end }));

it.each([
  ['a dog runs', at([6, 10], [2, 5]), ['a ', '[dog]', ' ', '[runs]']],
  ['a dog', at([0, 1], [2, 5]), ['[a]', ' ', '[dog]']],
  ['🐕🐕', at([2, 4]), ['🐕', '[🐕]']],
  ['plain', at(), ['plain']],
  ['', at(), []],
])('cuts %j at its marks', (text, marks, expected) => {
  const parts = marked(text, marks);
  expect(parts.map(({ part, isMarked }) => (isMarked ? `[${part}]` : part))).toEqual(expected);
  expect(parts.map(({ part }) => part).join('')).toBe(text);
});
