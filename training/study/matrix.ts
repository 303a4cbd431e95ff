/** Products of small row-major matrices, added to what `out` holds. Four terms at a time. */

/** out [rows, columns] += a [rows, inner] b [inner, columns]. */
export function addProduct(
  out: Float32Array,
  a: Float32Array,
  b: Float32Array,
  rows: number,
  inner: number,
  columns: number,
): void {
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < inner; k += 4) {
      addRows(out, row * columns, a, row * inner + k, 1, b, k, Math.min(4, inner - k), columns);
    }
  }
}

/** out [inner, columns] += transposed a [rows, inner] b [rows, columns]. */
export function addTransposedProduct(
  out: Float32Array,
  a: Float32Array,
  b: Float32Array,
  rows: number,
  inner: number,
  columns: number,
): void {
  for (let i = 0; i < inner; i++) {
    for (let k = 0; k < rows; k += 4) {
      addRows(out, i * columns, a, k * inner + i, inner, b, k, Math.min(4, rows - k), columns);
    }
  }
}

/** Transposes a [rows, columns]. */
export function transposed(a: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(
    { length: a.length },
    (_, i) => a[(i % rows) * columns + Math.floor(i / rows)],
  );
}

/** out[at...] += up to four rows of b from row k on, each times a factor; factors lie `stride` apart. */
function addRows(
  out: Float32Array,
  at: number,
  factors: Float32Array,
  from: number,
  stride: number,
  b: Float32Array,
  k: number,
  count: number,
  columns: number,
): void {
  const f0 = factors[from];
  const f1 = count > 1 ? factors[from + stride] : 0;
  const f2 = count > 2 ? factors[from + 2 * stride] : 0;
  const f3 = count > 3 ? factors[from + 3 * stride] : 0;
  const b0 = k * columns;
  const b1 = count > 1 ? b0 + columns : b0;
  const b2 = count > 2 ? b1 + columns : b0;
  const b3 = count > 3 ? b2 + columns : b0;
  for (let j = 0; j < columns; j++) {
    out[at + j] += f0 * b[b0 + j] + f1 * b[b1 + j] + f2 * b[b2 + j] + f3 * b[b3 + j];
  }
}

/** out [columns] += the sums of a's columns, of a [rows, width] from `offset` on in each row. */
export function addColumnSums(
  out: Float32Array,
  a: Float32Array,
  rows: number,
  width: number,
  offset = 0,
): void {
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < out.length; j++) out[j] += a[row * width + offset + j];
  }
}
