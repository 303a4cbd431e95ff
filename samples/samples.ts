import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const sampleSchema = z.strictObject({
  /** Name of the JPEG in the folder; the scene has the same name, ending in `.pov`. */
  file: z.string().regex(/^[a-z-]+\.jpg$/),
  title: z.string().min(1),
  /** What a person sees in the picture. */
  description: z.string().min(1),
  /** Words, one of which at least belongs in a caption of the picture. */
  expect: z.array(z.string().regex(/^[a-z]+$/)).min(1),
});

export type Sample = z.infer<typeof sampleSchema>;

/** The folder of the finished pictures, with a slash at its end. */
export const samplesFolder = fileURLToPath(new URL('../public/samples/', import.meta.url));

/** Reads `public/samples/samples.json`. */
export async function readSamples(): Promise<Sample[]> {
  const text = await readFile(`${samplesFolder}samples.json`, 'utf8');
  return z.array(sampleSchema).min(1).parse(JSON.parse(text));
}
