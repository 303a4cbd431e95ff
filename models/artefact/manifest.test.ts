import { describe, expect, it } from 'vitest';
import { tinyCaptionerFields, tinyCaptionerFolder } from '../testing/tiny-artefact';
import { tinyEncoderFolder } from '../testing/tiny-encoder';
import { type CaptionerManifest, manifestSchema } from './manifest';

const HASH = 'a'.repeat(64);
const decode = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
const captioner: CaptionerManifest = decode((await tinyCaptionerFolder(HASH))['manifest.json']);
const encoder = decode((await tinyEncoderFolder())['manifest.json']);

describe('manifestSchema', () => {
  it('accepts an encoder and a captioner', () => {
    expect(manifestSchema.parse(encoder)).toEqual(encoder);
    expect(manifestSchema.parse(captioner)).toEqual(captioner);
    expect(manifestSchema.parse(captioner)).toMatchObject(tinyCaptionerFields(HASH));
  });

  it('reads artefacts that are older than the consensus, the rare words and the detection', () => {
    const { consensus: _, rareWords: __, detection: ___, ...generation } = captioner.generation;
    expect(manifestSchema.parse({ ...captioner, generation })).toMatchObject({
      generation: { ...generation, consensus: 0, rareWords: 0, detection: 0 },
    });
  });

  it.each([
    ['another format', { format: 'negar-artefact/2' }],
    ['another kind', { kind: 'decoder' }],
    ['an id that is not kebab-case', { id: 'Tiny Captioner' }],
    ['half a version', { version: '1.0' }],
    ['a hash that is cut', { encoder: { id: 'tiny', sha256: 'abc' } }],
    ['a file twice', { files: [captioner.files[0], captioner.files[0]] }],
    ['no files', { files: [] }],
    ['a path out of the folder', { files: [{ ...captioner.files[0], path: '../x.bin' }] }],
    ['an absolute path', { weights: '/etc/weights.json' }],
    ['a key that nobody knows', { licenses: 'MIT' }],
    ['a beam of width 0', { generation: { ...captioner.generation, beamWidth: 0 } }],
    ['a cell that does not exist', { decoder: { ...captioner.decoder, cell: 'qrnn' } }],
    ['scores that lack a metric', { scores: { dev: { cider: 42 } } }],
  ])('refuses %s', (_what, change) => {
    expect(manifestSchema.safeParse({ ...captioner, ...change }).success).toBe(false);
  });

  it.each([
    ['another input size', { inputSize: 192 }],
    ['another node', { gridNode: 'out_relu' }],
    ['another input range', { inputRange: [0, 1] }],
  ])('refuses an encoder with %s', (_what, change) => {
    expect(manifestSchema.safeParse({ ...encoder, ...change }).success).toBe(false);
  });
});
