const floatView = new Float32Array(1);
const bitsView = new Uint32Array(floatView.buffer);

/** Nearest IEEE 754 half-precision bits of a number, ties to even; beyond 65504 infinity. */
export function toFloat16(value: number): number {
  floatView[0] = value;
  const bits = bitsView[0];
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const fraction = bits & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  const halfExponent = exponent - 112;
  if (halfExponent >= 31) return sign | 0x7c00;
  if (halfExponent >= 1) {
    return sign | roundToEven((halfExponent << 23) | fraction, 13);
  }
  return halfExponent < -10 ? sign : sign | roundToEven(fraction | 0x800000, 14 - halfExponent);
}

function roundToEven(bits: number, shift: number): number {
  const kept = bits >>> shift;
  const rest = bits & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return rest > half || (rest === half && kept & 1) ? kept + 1 : kept;
}

/** The number that half-precision bits stand for. */
export function fromFloat16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const floatOf = Float32Array.from({ length: 0x10000 }, (_, bits) => fromFloat16(bits));

/** Half-precision bits of many numbers. */
export function encodeFloat16(values: Float32Array): Uint16Array {
  const bits = new Uint16Array(values.length);
  for (let i = 0; i < bits.length; i++) bits[i] = toFloat16(values[i]);
  return bits;
}

/** The numbers that many half-precision bits stand for. */
export function decodeFloat16(bits: Uint16Array): Float32Array {
  const values = new Float32Array(bits.length);
  for (let i = 0; i < values.length; i++) values[i] = floatOf[bits[i]];
  return values;
}
