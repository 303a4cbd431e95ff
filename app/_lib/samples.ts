import type { Messages } from '../_messages/messages';
import { addFiles } from './work';

export type SampleName = keyof Messages['samples'];

/** The pictures that the project drew itself, in the order of the page. */
export const SAMPLES: readonly SampleName[] = [
  'brown-dog',
  'beach-sunset',
  'snowy-mountain',
  'cyclist-sunset',
  'black-dog-snow',
  'sailboat',
  'hiker-sunset',
  'red-ball',
];

/** The address of a sample, scaled to a width that Next allows. */
export function sampleAddress(name: SampleName, width: 384 | 640 | 828): string {
  const url = encodeURIComponent(`/samples/${name}.jpg`);
  return `/_next/image?url=${url}&w=${width}&q=75`;
}

/** Adds samples as if they had been chosen. @throws when one does not arrive. */
export async function addSamples(names: readonly SampleName[]): Promise<void> {
  addFiles(
    await Promise.all(
      names.map(async (name) => {
        const file = `${name}.jpg`;
        const response = await fetch(`/samples/${file}`);
        if (!response.ok) throw new Error(`The sample ${file} did not arrive.`);
        return new File([await response.blob()], file, { type: 'image/jpeg' });
      }),
    ),
  );
}
