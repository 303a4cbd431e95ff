import type { Messages } from '../_messages/messages';

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

/** @throws when it does not arrive. */
export async function fetchSample(name: SampleName): Promise<Blob> {
  const response = await fetch(`/samples/${name}.jpg`);
  if (!response.ok) throw new Error(`The sample ${name} did not arrive.`);
  return response.blob();
}
