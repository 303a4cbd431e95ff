/** Numbers as 256 evenly spaced levels: `min + scale * level`, as tfjs reads them. */
export interface Int8Values {
  readonly levels: Uint8Array<ArrayBuffer>;
  /** Positive. */
  readonly scale: number;
  readonly min: number;
}

/** The nearest of 256 levels between the least and the greatest number, off by half a scale at most. */
export function encodeInt8(values: Float32Array): Int8Values {
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const scale = (max - min) / 255 || 1;
  return {
    levels: Uint8Array.from(values, (value) => Math.round((value - min) / scale)),
    scale,
    min,
  };
}

export function decodeInt8({ levels, scale, min }: Int8Values): Float32Array<ArrayBuffer> {
  return Float32Array.from(levels, (level) => min + scale * level);
}
