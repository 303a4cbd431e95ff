import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readEncoder } from '../artefact/encoder';
import type { ArtefactSource } from '../artefact/source';
import { type Folder, memorySource, tinyCaptionerFolder } from '../testing/tiny-artefact';
import { tinyImage } from '../testing/tiny-captioner';
import { tinyConfig } from '../testing/tiny-decoder';
import { ENCODER_FEATURES, tinyEncoderFolder } from '../testing/tiny-encoder';
import { loadCaptioner } from './load';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const encoderFolder = await tinyEncoderFolder();
const { weightsSha256 } = await readEncoder(memorySource(encoderFolder));
const decoderFolder = await tinyCaptionerFolder(weightsSha256, tinyConfig(ENCODER_FEATURES), {
  detects: true,
});

const encoder = memorySource(encoderFolder, 'models/encoder');
const otherEncoder = memorySource(await tinyEncoderFolder(2), 'models/other');
const decoder = memorySource(decoderFolder, 'models/decoder');

function damaged(folder: Folder, path: string, name: string): ArtefactSource {
  const content = folder[path].slice();
  content[0] ^= 1;
  return memorySource({ ...folder, [path]: content }, name);
}

function missing(folder: Folder, path: string, name: string): ArtefactSource {
  const { [path]: _, ...rest } = folder;
  return memorySource(rest, name);
}

describe('loadCaptioner', () => {
  it('gives a captioner of both artefacts, which frees everything when it is disposed', async () => {
    const before = tf.memory().numTensors;
    const captioner = await loadCaptioner(encoder, decoder);
    const loaded = tf.memory().numTensors;
    const { candidates, words, model } = await captioner.caption(tinyImage, { candidates: 5 });
    expect(tf.memory().numTensors).toBe(loaded);
    captioner.dispose();
    expect(tf.memory().numTensors).toBe(before);

    expect(candidates.length).toBe(5);
    expect(words[0].attention?.length).toBe(49);
    expect(model).toEqual({ id: 'tiny-captioner', version: '1.0.0' });
  });

  it.each<[string, string, ArtefactSource, ArtefactSource]>([
    ['ENCODER_MISMATCH', 'tiny-encoder', otherEncoder, decoder],
    ['ARTEFACT_DAMAGED', 'a.bin', damaged(encoderFolder, 'a.bin', 'models/encoder'), decoder],
    [
      'ARTEFACT_DAMAGED',
      'decoder.bin',
      encoder,
      damaged(decoderFolder, 'decoder.bin', 'models/decoder'),
    ],
    [
      'ARTEFACT_MISSING',
      'model.json',
      missing(encoderFolder, 'model.json', 'models/encoder'),
      decoder,
    ],
    [
      'ARTEFACT_MISSING',
      'vocabulary.json',
      encoder,
      missing(decoderFolder, 'vocabulary.json', 'models/decoder'),
    ],
    ['ARTEFACT_INVALID', 'models/encoder', encoder, encoder],
    ['ARTEFACT_INVALID', 'models/decoder', decoder, decoder],
  ])(
    'fails with %s, naming %s, leaves no tensor, and can be tried again',
    async (code, named, wrongEncoder, wrongDecoder) => {
      const before = tf.memory().numTensors;
      await expect(loadCaptioner(wrongEncoder, wrongDecoder)).rejects.toMatchObject({
        code,
        message: expect.stringContaining(named),
      });
      expect(tf.memory().numTensors).toBe(before);
      const captioner = await loadCaptioner(encoder, decoder);
      expect((await captioner.caption(tinyImage)).candidates.length).toBe(3);
      captioner.dispose();
    },
  );

  it('reads again what could not be read before', async () => {
    let failures = 1;
    const flaky: ArtefactSource = {
      name: 'models/decoder',
      read: (path) => {
        if (path === 'decoder.bin' && failures-- > 0) return Promise.reject(new Error('offline'));
        return decoder.read(path);
      },
    };
    await expect(loadCaptioner(encoder, flaky)).rejects.toMatchObject({
      code: 'ARTEFACT_MISSING',
      message: expect.stringContaining('offline'),
    });
    const captioner = await loadCaptioner(encoder, flaky);
    expect((await captioner.caption(tinyImage)).candidates.length).toBe(3);
    captioner.dispose();
  });
});
