import sharp, { type Sharp } from 'sharp';
import type { RgbImage } from '../../../models/image';

type Colour = readonly [red: number, green: number, blue: number];

const WIDTH = 64;
const HEIGHT = 48;

export const RED: Colour = [255, 0, 0];
export const GREEN: Colour = [0, 255, 0];
export const BLUE: Colour = [0, 0, 255];
export const TAN: Colour = [200, 150, 100];
export const WHITE: Colour = [255, 255, 255];

/** The colours of a picture near its corners: top left, top right, bottom left, bottom right. */
export type Corners = readonly [Colour, Colour, Colour, Colour];

/** The corners of the test picture, all different, so that every turn and mirroring shows. */
export const UPRIGHT: Corners = [RED, GREEN, BLUE, TAN];

/** A 64x48 picture of four quarters, each of one colour; `alpha` in [0, 255] is added on the right half. */
export function quarters({
  corners = UPRIGHT,
  alpha,
}: { corners?: Corners; alpha?: number } = {}): Sharp {
  const channels = alpha === undefined ? 3 : 4;
  const data = new Uint8Array(WIDTH * HEIGHT * channels);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const right = x >= WIDTH / 2;
      const colour = corners[(y >= HEIGHT / 2 ? 2 : 0) + (right ? 1 : 0)] as Colour;
      const pixel = (y * WIDTH + x) * channels;
      data.set(colour, pixel);
      if (alpha !== undefined) data[pixel + 3] = right ? alpha : 255;
    }
  }
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels } });
}

/** The largest difference, of any channel, from the colours expected 4 pixels inside each corner. */
export function cornerDifference({ width, height, data }: RgbImage, expected: Corners): number {
  const channelsAt = (x: number, y: number) => [
    ...data.subarray((y * width + x) * 3).subarray(0, 3),
  ];
  const [right, bottom] = [width - 5, height - 5];
  const actual = [
    channelsAt(4, 4),
    channelsAt(right, 4),
    channelsAt(4, bottom),
    channelsAt(right, bottom),
  ].flat();
  return Math.max(...expected.flat().map((value, i) => Math.abs(value - (actual[i] ?? NaN))));
}
