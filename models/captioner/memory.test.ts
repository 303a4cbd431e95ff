import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { tinyCaptioner, tinyImage } from '../testing/tiny-captioner';
import { tinyFeatures } from '../testing/tiny-decoder';
import { Captioner } from './captioner';
import type { CaptionOptions } from './options';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

afterEach(() => void vi.restoreAllMocks());

/** A signal that is aborted from its n-th reading on. */
function abortedAfter(readings: number): AbortSignal {
  let left = readings;
  return {
    get aborted() {
      return left-- <= 0;
    },
  } as AbortSignal;
}

describe('no tensor is left', () => {
  /** Tensors that are left after an attempt to caption. */
  async function leftBy(attempt: () => Promise<unknown>): Promise<number> {
    const before = tf.memory().numTensors;
    await attempt();
    return tf.memory().numTensors - before;
  }

  it.each<[string, CaptionOptions]>([
    ['a beam', {}],
    ['greedy search', { beamWidth: 1 }],
    ['sampling', { temperature: 1, candidates: 3 }],
  ])('by %s', async (_name, options) => {
    const { captioner } = tinyCaptioner();
    expect(await leftBy(() => captioner.caption(tinyImage, options))).toBe(0);
  });

  it('by an encoder that fails', async () => {
    const { captioner, encoder } = tinyCaptioner();
    vi.spyOn(encoder, 'encode').mockImplementationOnce(() => {
      throw new Error('The encoder failed.');
    });
    const attempt = () =>
      expect(captioner.caption(tinyImage)).rejects.toThrow('The encoder failed.');
    expect(await leftBy(attempt)).toBe(0);
  });

  it('by features of the wrong size', async () => {
    const { captioner, encoder, decoder } = tinyCaptioner();
    const other = { ...decoder.config, featureSize: decoder.config.featureSize + 1 };
    vi.spyOn(encoder, 'encode').mockImplementationOnce(() => tinyFeatures(other, 1));
    const attempt = () => expect(captioner.caption(tinyImage)).rejects.toThrow(/shape/);
    expect(await leftBy(attempt)).toBe(0);
  });

  it.each([1, 2, 5])('by an error at reading number %i of the decoder', async (failing) => {
    const { captioner } = tinyCaptioner();
    const { data } = tf.Tensor.prototype;
    let readings = 0;
    vi.spyOn(tf.Tensor.prototype, 'data').mockImplementation(function (this: tf.Tensor) {
      return ++readings === failing ? Promise.reject(new Error('Device lost.')) : data.call(this);
    } as typeof data);
    const attempt = () => expect(captioner.caption(tinyImage)).rejects.toThrow('Device lost.');
    expect(await leftBy(attempt)).toBe(0);
    expect(readings).toBeGreaterThanOrEqual(failing);
  });

  it('by weights that are not numbers', async () => {
    const { decoder, encoder } = tinyCaptioner();
    const bias = tf.fill(decoder.weights['output/bias'].shape, NaN);
    const weights = { ...decoder.weights, 'output/bias': bias };
    const captioner = new Captioner(encoder, { ...decoder, weights });
    const attempt = () => expect(captioner.caption(tinyImage)).rejects.toThrow(/NaN/);
    expect(await leftBy(attempt)).toBe(0);
  });

  it.each([
    ['before it began', 0],
    ['before the first word', 1],
    ['in the middle', 3],
  ])('by a caption that was cancelled %s', async (_when, readings) => {
    const { captioner, encoder } = tinyCaptioner();
    const encode = vi.spyOn(encoder, 'encode');
    const signal = abortedAfter(readings);
    const attempt = () =>
      expect(captioner.caption(tinyImage, { signal })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await leftBy(attempt)).toBe(0);
    expect(encode).toHaveBeenCalledTimes(readings === 0 ? 0 : 1);
  });

  it('by a captioner that was disposed', async () => {
    const before = tf.memory().numTensors;
    const { captioner, encoder } = tinyCaptioner();
    const dispose = vi.spyOn(encoder, 'dispose');
    await captioner.caption(tinyImage);
    captioner.dispose();
    expect(dispose).toHaveBeenCalledOnce();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('and the captioner goes on after a failure', async () => {
    const { captioner } = tinyCaptioner();
    const { timings: _, ...expected } = await captioner.caption(tinyImage);
    const cancelled = captioner.caption(tinyImage, { signal: abortedAfter(2) });
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await captioner.caption(tinyImage)).toMatchObject(expected);
  });
});
