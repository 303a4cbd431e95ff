/** Greatest half-diagonal of a unit's dot; neighbours touch at 0.5. */
const LARGEST = 0.48;
/** Below this a dot cannot be seen. */
const SMALLEST = 0.04;

/**
 * Draws units as dots of a reed pen, a row of `columns` after the other, each in a square of 1 x 1.
 * The area of a dot is the absolute value of its unit, 1 at most.
 * @param sign of the units that are drawn.
 * @returns the data of an SVG path.
 */
export function unitsPath(values: ArrayLike<number>, columns: number, sign: 1 | -1): string {
  let path = '';
  for (let k = 0; k < values.length; k++) {
    const half = LARGEST * Math.sqrt(Math.min(1, Math.max(0, sign * values[k])));
    if (half < SMALLEST) continue;
    const x = (k % columns) + 0.5;
    const y = Math.floor(k / columns) + 0.5 - half;
    const r = half.toFixed(2);
    path += `M${x} ${y.toFixed(2)}l${r} ${r}-${r} ${r}-${r}-${r}z`;
  }
  return path;
}
