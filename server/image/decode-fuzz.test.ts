import { describe, expect, it } from 'vitest';
import { NegarError } from '../../models/errors';
import { createRandom } from '../../models/random';
import { decodeImage } from './decode';
import { sampleFiles } from './testing/samples';

const ROUNDS = 300;
/** What a damaged file may be refused with. */
const REFUSALS = [
  'IMAGE_EMPTY',
  'IMAGE_TYPE_UNSUPPORTED',
  'IMAGE_TOO_MANY_PIXELS',
  'IMAGE_DAMAGED',
];

const samples = Object.entries(await sampleFiles());

/** A copy that is cut short in one of four cases, and has up to 8 of its bytes changed. */
function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const length = random() < 0.25 ? Math.floor(random() * bytes.length) : bytes.length;
  const damaged = Uint8Array.from(bytes.subarray(0, length));
  // Half of the time only among the first bytes, where the headers are.
  const end = random() < 0.5 ? length : Math.min(length, 200);
  for (let changes = Math.floor(random() * 9); changes > 0; changes--) {
    // A write past the end of an empty array changes nothing.
    damaged[Math.floor(random() * end)] = Math.floor(random() * 256);
  }
  return damaged;
}

describe('damaged files', () => {
  it.each(samples)('%s either decodes or is refused with a code', async (_, bytes) => {
    const random = createRandom(1);
    for (let round = 0; round < ROUNDS; round++) {
      const image = await decodeImage(damage(bytes, random)).catch((error: unknown) => error);
      if (image instanceof NegarError) expect(REFUSALS).toContain(image.code);
      else expect(image).toSatisfy(isWhole);
    }
  });
});

function isWhole({ width, height, data }: Awaited<ReturnType<typeof decodeImage>>): boolean {
  return width > 0 && height > 0 && data.length === width * height * 3;
}
