/** Cells of the attention on a side. */
const CELLS = 7;
/** Points of the smooth picture of it on a side. */
export const POINTS = 56;
/** Differences below it, that of a fair share from nothing, are not stretched. */
const CONTRAST = 1 / CELLS ** 2;

/** For each point, how much each cell counts; rows sum to 1. */
const BASIS = Array.from({ length: POINTS }, (_, point) => {
  const position = ((point + 0.5) / POINTS) * CELLS - 0.5;
  const left = Math.floor(position);
  const shares = Array.from({ length: CELLS }, () => 0);
  cubic(position - left).forEach((share, i) => {
    shares[Math.min(CELLS - 1, Math.max(0, left - 1 + i))] += share;
  });
  return shares;
});

/**
 * Smooths 7x7 weights with a cubic B-spline, edges repeated.
 * @param weights row by row from the top left.
 * @returns POINTS x POINTS values, the highest 1 and the lowest 0; more where the weights are nearly
 *   even.
 */
export function smooth(weights: readonly number[]): Float32Array {
  const rows = new Float32Array(CELLS * POINTS);
  for (let y = 0; y < CELLS; y++)
    for (let x = 0; x < POINTS; x++)
      for (let i = 0; i < CELLS; i++) rows[y * POINTS + x] += BASIS[x][i] * weights[y * CELLS + i];
  const points = new Float32Array(POINTS * POINTS);
  for (let y = 0; y < POINTS; y++)
    for (let i = 0; i < CELLS; i++)
      for (let x = 0; x < POINTS; x++) points[y * POINTS + x] += BASIS[y][i] * rows[i * POINTS + x];
  const highest = Math.max(...points);
  const range = Math.max(highest - Math.min(...points), CONTRAST);
  return points.map((value) => 1 - (highest - value) / range);
}

/** Share of its attention that a word must have moved for any of it to stand out. */
const MOVED = 0.1;

/**
 * What each word looked at more than the caption as a whole did; models rest their attention on the
 * same empty corners for many words.
 * @param attentions 7x7 weights for each word, sum 1.
 * @returns weights of the same form; even where nothing stands out.
 */
export function standOut(attentions: readonly (readonly number[])[]): (readonly number[])[] {
  if (attentions.length < 2) return [...attentions];
  return attentions.map((weights) => {
    const more = weights.map((weight, cell) => {
      const sum = attentions.reduce((all, one) => all + one[cell], 0);
      return Math.max(0, weight - sum / attentions.length);
    });
    const moved = more.reduce((sum, weight) => sum + weight, 0);
    return more.map((weight) => (moved < MOVED ? 1 / CELLS ** 2 : weight / moved));
  });
}

const PLACES = [
  ['topLeft', 'top', 'topRight'],
  ['left', 'middle', 'right'],
  ['bottomLeft', 'bottom', 'bottomRight'],
] as const;

export type Place = (typeof PLACES)[number][number] | 'all';

/** Weight below which no place stands out; evenly spread, the middle would have 9/49. */
const STANDS_OUT = 0.3;

/** The ninth of the photo, 3x3 cells, that most of the 7x7 weights lie in; they sum to 1. */
export function placeOf(weights: readonly number[]): Place {
  let best: { place: Place; weight: number } = { place: 'all', weight: STANDS_OUT };
  PLACES.forEach((row, top) =>
    row.forEach((place, left) => {
      const weight = weightOf(weights, top * 2, left * 2);
      if (weight > best.weight) best = { place, weight };
    }),
  );
  return best.place;
}

function weightOf(weights: readonly number[], top: number, left: number): number {
  let sum = 0;
  for (let y = top; y < top + 3; y++)
    for (let x = left; x < left + 3; x++) sum += weights[y * CELLS + x];
  return sum;
}

/** Uniform cubic B-spline at t in [0, 1) between the second and the third of four points. */
function cubic(t: number): [number, number, number, number] {
  return [
    (1 - t) ** 3 / 6,
    (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
    (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
    t ** 3 / 6,
  ];
}
