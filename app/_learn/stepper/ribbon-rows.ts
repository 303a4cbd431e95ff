/** Units that the ribbon shows. */
const SHOWN = 28;

/**
 * The units whose state changes most over a sentence, each a row of its values, ordered by when they
 * are strongest.
 * @param states [hidden] after each step.
 * @returns rows of as many values as there are steps, scaled so that the strongest is 1 or -1.
 */
export function ribbonRows(states: readonly Float32Array[]): number[][] {
  const units = [...(states[0] ?? []).keys()];
  const rows = units.map((unit) => states.map((state) => state[unit]));
  const spread = (row: readonly number[]) => Math.max(...row) - Math.min(...row);
  const shown = rows.sort((a, b) => spread(b) - spread(a)).slice(0, SHOWN);
  const strongest = Math.max(...shown.flat().map(Math.abs));
  return shown
    .sort((a, b) => peak(a) - peak(b))
    .map((row) => row.map((value) => value / strongest));
}

/** Where a row is strongest. */
function peak(row: readonly number[]): number {
  const sizes = row.map(Math.abs);
  return sizes.indexOf(Math.max(...sizes));
}
