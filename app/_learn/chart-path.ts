/** What an axis goes from and to. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** Equal factors, not differences, are equally long. */
  readonly isLog?: boolean;
  readonly isPercent?: boolean;
  /** Values that are written at the axis, from the top; by default both ends. */
  readonly ticks?: readonly number[];
}

/** The values that are written at an upright axis, evenly spaced, from the top. */
export function ticksOf({ from, to, ticks = [to, from] }: Scale): readonly number[] {
  return ticks;
}

/** The data of an SVG path in a square of 100 x 100; values beyond the scales end at its border. */
export function chartPath(
  points: readonly (readonly [x: number, y: number])[],
  x: Scale,
  y: Scale,
): string {
  const places = points.map(
    (point) =>
      `${(100 * share(point[0], x)).toFixed(2)} ${(100 * (1 - share(point[1], y))).toFixed(2)}`,
  );
  return places.length > 0 ? `M${places.join('L')}` : '';
}

/** Where a value lies between the ends of its scale, in [0, 1]. */
function share(value: number, { from, to, isLog }: Scale): number {
  const place = isLog
    ? Math.log(Math.max(value, from) / from) / Math.log(to / from)
    : (value - from) / (to - from);
  return Math.min(1, Math.max(0, place));
}
