import { describe, expect, it } from 'vitest';
import {
  type Folder,
  memorySource,
  tinyCaptionerFields,
  tinyCaptionerFolder,
  tinyDetectorWeights,
  tinyNamedWeights,
  toJson,
  withManifest,
} from '../testing/tiny-artefact';
import { tinyEncoderFolder } from '../testing/tiny-encoder';
import { readCaptioner } from './captioner';
import { readEncoder } from './encoder';
import { encodeWeights, type NamedWeight } from './weights';

const encoder = await readEncoder(memorySource(await tinyEncoderFolder()));
const folder = await tinyCaptionerFolder(encoder.weightsSha256);
const { 'manifest.json': _, ...files } = folder;

/** Reads the tiny captioner with other files, which its manifest lists as they are now. */
async function readWith(changes: Folder) {
  const fields = tinyCaptionerFields(encoder.weightsSha256);
  return readCaptioner(memorySource(await withManifest({ ...files, ...changes }, fields)), encoder);
}

/** The files of a decoder with these weights. */
function weightFiles(weights: readonly NamedWeight[]): Folder {
  const { specs, data } = encodeWeights(weights, 'float32');
  return {
    'decoder.json': toJson([{ paths: ['decoder.bin'], weights: specs }]),
    'decoder.bin': data,
  };
}

describe('readCaptioner', () => {
  it('reads weights, vocabulary and manifest', async () => {
    const { manifest, vocabulary, weights } = await readCaptioner(memorySource(folder), encoder);
    expect(manifest.id).toBe('tiny-captioner');
    expect(vocabulary.words[5]).toBe('dog');
    const originals = tinyNamedWeights();
    expect(weights.map(({ name }) => name)).toEqual(originals.map(({ name }) => name));
    weights.forEach(({ values }, i) => {
      values.forEach((value, j) => expect(value).toBeCloseTo(originals[i].values[j], 3));
    });
  });

  it('reads a word detector, where there is one', async () => {
    expect((await readCaptioner(memorySource(folder), encoder)).detector).toBeNull();
    const detecting = await tinyCaptionerFolder(encoder.weightsSha256, undefined, {
      detects: true,
    });
    const { detector } = await readCaptioner(memorySource(detecting), encoder);
    expect(detector!.config).toEqual({ featureSize: 6, hiddenSize: 3, vocabularySize: 9 });
    const originals = tinyDetectorWeights();
    detector!.weights.forEach(({ name, values }, i) => {
      expect(name).toBe(originals[i].name);
      values.forEach((value, j) => expect(value).toBeCloseTo(originals[i].values[j], 3));
    });
  });

  it('refuses a word detector of another size', async () => {
    const detecting = await tinyCaptionerFolder(encoder.weightsSha256, undefined, {
      detects: true,
    });
    const { 'manifest.json': manifest, ...others } = detecting;
    const { detector } = JSON.parse(new TextDecoder().decode(manifest)) as { detector: object };
    const fields = {
      ...tinyCaptionerFields(encoder.weightsSha256),
      detector: { ...detector, hiddenSize: 4 },
    };
    const source = memorySource(await withManifest(others, fields));
    await expect(readCaptioner(source, encoder)).rejects.toMatchObject({
      code: 'ARTEFACT_INVALID',
      message: expect.stringContaining('needs hidden/kernel [6, 4]'),
    });
  });

  it('reads float32 exactly', async () => {
    const { weights } = await readWith(weightFiles(tinyNamedWeights()));
    expect(weights).toEqual(tinyNamedWeights());
  });

  it('refuses another encoder and names both', async () => {
    const other = await readEncoder(memorySource(await tinyEncoderFolder(2)));
    await expect(readCaptioner(memorySource(folder), other)).rejects.toMatchObject({
      code: 'ENCODER_MISMATCH',
      message: expect.stringMatching(
        new RegExp(`${encoder.weightsSha256}.*${other.weightsSha256}`, 's'),
      ),
    });
  });

  it.each([
    ['lacks a weight', tinyNamedWeights().slice(0, -1), 'is missing'],
    ['has the wrong order', tinyNamedWeights().toReversed(), 'needs embedding [9, 4]'],
    [
      'has the wrong shape',
      tinyNamedWeights().map((weight, i) => (i === 0 ? { ...weight, shape: [4, 9] } : weight)),
      'is embedding [4, 9], but the network needs embedding [9, 4]',
    ],
    [
      'has a weight too many',
      [...tinyNamedWeights(), { name: 'extra', shape: [1], values: Float32Array.of(0) }],
      'is extra [1], but the network needs no more',
    ],
  ])('refuses a decoder that %s', async (_what, weights, message) => {
    await expect(readWith(weightFiles(weights))).rejects.toMatchObject({
      code: 'ARTEFACT_INVALID',
      message: expect.stringContaining(message),
    });
  });

  it('refuses a vocabulary of another size', async () => {
    const words = ['<pad>', '<start>', '<end>', '<unk>', 'a'];
    await expect(readWith({ 'vocabulary.json': toJson(words) })).rejects.toMatchObject({
      code: 'ARTEFACT_INVALID',
      message: expect.stringContaining('has 5 words, but the network has 9'),
    });
  });

  it('refuses a vocabulary that is not a list of words', async () => {
    await expect(readWith({ 'vocabulary.json': toJson({ a: 1 }) })).rejects.toMatchObject({
      code: 'ARTEFACT_INVALID',
      message: expect.stringContaining('"vocabulary.json"'),
    });
  });

  it('refuses weights that the manifest does not list', async () => {
    const { 'decoder.bin': _bin, ...rest } = files;
    const fields = tinyCaptionerFields(encoder.weightsSha256);
    const source = memorySource(await withManifest(rest, fields));
    await expect(readCaptioner(source, encoder)).rejects.toMatchObject({
      code: 'ARTEFACT_INVALID',
      message: expect.stringContaining('does not list the file "decoder.bin"'),
    });
  });
});
