import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { tokenize } from '../../models/text/tokenizer';
import { readModelSettings } from '../env';
import { decodeImage } from '../image/decode';
import { useWasmBackend } from './backend';
import { loadConfiguredCaptioner } from './load-captioner';

const folder = fileURLToPath(new URL('../../public/samples', import.meta.url));
const samplesSchema = z.array(z.looseObject({ file: z.string(), expect: z.array(z.string()) }));

it('names something that is there in at least half of the sample pictures', async () => {
  const samples = samplesSchema.parse(
    JSON.parse(await readFile(join(folder, 'samples.json'), 'utf8')),
  );
  await useWasmBackend();
  const { captioner } = await loadConfiguredCaptioner(readModelSettings({}));
  let right = 0;
  for (const { file, expect: words } of samples) {
    const image = await decodeImage(await readFile(join(folder, file)));
    const [{ text }] = (await captioner.caption(image)).candidates;
    const found = tokenize(text).filter((word) => words.includes(word));
    if (found.length > 0) right++;
    console.log(`${file}: ${text} (${found.join(', ') || 'nothing expected'})`);
  }
  captioner.dispose();
  expect(right).toBeGreaterThanOrEqual(samples.length / 2);
});
