import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readEncoder } from '../../models/artefact/encoder';
import { decodeFloat16, encodeFloat16 } from '../../models/artefact/float16';
import { type Folder, memorySource, tinyCaptionerFolder } from '../../models/testing/tiny-artefact';
import { TINY_WORDS, tinyConfig, tinyWeights } from '../../models/testing/tiny-decoder';
import { tinyEncoderFolder } from '../../models/testing/tiny-encoder';
import { temporaryFolder } from '../testing/temporary-folder';
import { readShippedModel } from './shipped-model';

async function write(files: Folder): Promise<string> {
  const folder = join(await temporaryFolder(), 'model');
  await mkdir(folder);
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
  return folder;
}

it('has the weights as the files hold them, in the order of the decoder', async () => {
  const encoder = await tinyEncoderFolder();
  const { weightsSha256 } = await readEncoder(memorySource(encoder));
  const { manifest, decoder } = await readShippedModel(
    await write(await tinyCaptionerFolder(weightsSha256)),
    await write(encoder),
  );
  const { vector } = tinyWeights(tinyConfig());
  expect(new Float32Array(decoder.weights)).toEqual(decodeFloat16(encodeFloat16(vector)));
  expect(decoder.vocabulary.words).toEqual(TINY_WORDS);
  expect(decoder.config).toEqual(manifest.decoder);
});

it('refuses an encoder that the decoder was not trained on', async () => {
  const captioner = await write(await tinyCaptionerFolder('a'.repeat(64)));
  const encoder = await write(await tinyEncoderFolder());
  await expect(readShippedModel(captioner, encoder)).rejects.toMatchObject({
    code: 'ENCODER_MISMATCH',
  });
});
