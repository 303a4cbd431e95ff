import sharp from 'sharp';
import { createRandom } from '../../models/random';

const COLOURS = {
  red: '#d22',
  green: '#2a2',
  blue: '#24d',
  black: '#111',
} as const;
type Colour = keyof typeof COLOURS;

const SHAPES = {
  circle: '<circle cx="112" cy="112" r="70"/>',
  square: '<rect x="42" y="42" width="140" height="140"/>',
  stripe: '<rect x="0" y="80" width="224" height="64"/>',
} as const;
type Shape = keyof typeof SHAPES;

/** A picture that the program draws itself, with five captions of what is on it. */
export interface SmokePicture {
  readonly name: string;
  readonly jpeg: Uint8Array;
  readonly colour: Colour;
  readonly captions: readonly string[];
}

/** One of three shapes in one of four colours on a ground of another, the same for the same number. */
export async function drawPicture(number: number): Promise<SmokePicture> {
  const random = createRandom(number);
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)];
  const colours = Object.keys(COLOURS) as Colour[];
  const colour = pick(colours);
  const ground = pick(colours.filter((other) => other !== colour));
  const shape = pick(Object.keys(SHAPES) as Shape[]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="224" height="224" fill="${COLOURS[colour]}">
    <rect width="224" height="224" fill="${COLOURS[ground]}"/>${SHAPES[shape]}</svg>`;
  return {
    name: `${number}.jpg`,
    jpeg: await sharp(Buffer.from(svg)).jpeg().toBuffer(),
    colour,
    captions: [
      `A ${colour} ${shape} on a ${ground} ground .`,
      `A ${colour} ${shape} lies on ${ground} ground .`,
      `There is a ${colour} ${shape} on a ${ground} ground .`,
      `A ${shape} that is ${colour} on a ${ground} ground .`,
      `The ${shape} is ${colour} and the ground is ${ground} .`,
    ],
  };
}
