/** A decoded picture: 8-bit sRGB, interleaved, row by row from the top left. */
export interface RgbImage {
  /** Pixels, at least 1. */
  readonly width: number;
  /** Pixels, at least 1. */
  readonly height: number;
  /** Length `width * height * 3`, values in [0, 255]. */
  readonly data: Uint8Array | Uint8ClampedArray;
}
