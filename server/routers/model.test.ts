import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../models/artefact/manifest';
import { tinyCaptionerFolder } from '../../models/testing/tiny-artefact';
import { contextOf } from '../testing/context';
import { fakeInference } from '../testing/fake-inference';
import { createCaller } from './app';

describe('model.info', () => {
  it('tells what is known of the loaded model', async () => {
    const { 'manifest.json': bytes } = await tinyCaptionerFolder('0'.repeat(64));
    const manifest = manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString()));
    if (manifest.kind !== 'captioner') throw new Error('The manifest is not a captioner’s.');
    const { model } = createCaller(contextOf({ inference: fakeInference(manifest) }));
    const info = await model.info();
    expect(info).toMatchObject({ id: 'tiny-captioner', version: '1.0.0', scores: manifest.scores });
    expect(info.limits).toEqual({ bytes: 20 * 1024 * 1024, pixels: 50_000_000 });
    expect(info).not.toHaveProperty('files');
  });

  it('says that the model is not loaded', async () => {
    const { model } = createCaller(contextOf({ inference: fakeInference() }));
    await expect(model.info()).rejects.toMatchObject({ cause: { code: 'MODEL_NOT_READY' } });
  });
});
