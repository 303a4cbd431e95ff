import * as tf from '@tensorflow/tfjs-core';
import { type Encoder, type ImageFeatures, toPixels } from '../encoder/encoder';
import { throwIfCancelled } from '../errors';
import { beamSearch } from '../generate/beam';
import { greedy } from '../generate/greedy';
import type { DecodedWord, Hypothesis } from '../generate/hypothesis';
import { sample } from '../generate/sample';
import type { DecodingSession } from '../generate/session';
import type { RgbImage } from '../image';
import { parseOptions } from '../options';
import { makeOutputTable } from './decoder';
import {
  type CaptionOptions,
  captionOptionsSchema,
  DEFAULT_CANDIDATES,
  type ResolvedOptions,
  type StreamOptions,
  streamOptionsSchema,
} from './options';
import { type AltOptions, describe, describeWord } from './describe';
import { type InspectedCaption, inspectDecoding } from './inspect';
import type { DecoderModel } from './model';
import type { CaptionResult, CaptionWord } from './result';
import { createSession } from './session';

/** Turns photos into words. It owns its encoder and its decoder's weights until it is disposed. */
export class Captioner {
  private readonly outputTable: tf.Tensor2D;

  constructor(
    private readonly encoder: Encoder,
    private readonly decoder: DecoderModel,
  ) {
    this.outputTable = makeOutputTable(decoder.weights);
  }

  /**
   * Captions one picture.
   * @throws {NegarError} OPTION_INVALID, CANCELLED.
   */
  async caption(
    image: RgbImage,
    { signal, ...given }: CaptionOptions & { signal?: AbortSignal } = {},
  ): Promise<CaptionResult> {
    const options = parseOptions(captionOptionsSchema, given);
    return this.run(image, options, signal, (features) => this.search(features, options, signal));
  }

  /**
   * Captions one picture along a single path, by greedy search or by sampling where a temperature
   * is given.
   * @param onWord is called with each word as soon as it is chosen.
   * @returns a result with one candidate, whose words are those that `onWord` got.
   * @throws {NegarError} OPTION_INVALID, CANCELLED.
   */
  async stream(
    image: RgbImage,
    onWord: (word: CaptionWord) => void,
    { signal, ...given }: StreamOptions & { signal?: AbortSignal } = {},
  ): Promise<CaptionResult> {
    const options = parseOptions(streamOptionsSchema, given);
    const path = {
      ...this.limits(options),
      signal,
      onWord: (word: DecodedWord) => onWord(describeWord(this.decoder, word)),
    };
    const { temperature, seed } = options;
    return this.run(image, options, signal, async (features) => [
      await this.decode(features, (session) =>
        temperature === undefined
          ? greedy(session, path)
          : sample(session, { ...path, temperature, seed }),
      ),
    ]);
  }

  /**
   * Captions one picture as `stream` does, and tells what happens inside from word to word.
   * @param options.prefix words that the caption must begin with.
   * @throws {NegarError} CANCELLED.
   */
  async inspect(
    image: RgbImage,
    options: { prefix?: readonly string[]; signal?: AbortSignal } = {},
  ): Promise<InspectedCaption> {
    const features = this.encode(toPixels(image));
    try {
      return await inspectDecoding(
        this.decoder,
        this.outputTable,
        features,
        this.limits({}),
        options,
      );
    } finally {
      tf.dispose([features.pooled, features.grid]);
    }
  }

  /** Frees the encoder and the decoder's weights; the captioner cannot be used afterwards. */
  dispose(): void {
    this.encoder.dispose();
    const { weights, detector } = this.decoder;
    tf.dispose([this.outputTable, { ...weights }, { ...detector }]);
  }

  /** Looks at the picture, has it written about, and describes what was written. */
  private async run(
    image: RgbImage,
    options: AltOptions,
    signal: AbortSignal | undefined,
    write: (features: ImageFeatures) => Promise<Hypothesis[]>,
  ): Promise<CaptionResult> {
    throwIfCancelled(signal);
    const started = performance.now();
    const pixels = toPixels(image);
    const prepared = performance.now();
    const features = this.encode(pixels);
    const encoded = performance.now();
    try {
      const hypotheses = await write(features);
      const finished = performance.now();
      return {
        ...describe(this.decoder, hypotheses, options),
        model: { id: this.decoder.id, version: this.decoder.version },
        timings: {
          prepare: prepared - started,
          encode: encoded - prepared,
          decode: finished - encoded,
          total: finished - started,
        },
      };
    } finally {
      tf.dispose([features.pooled, features.grid]);
    }
  }

  /** Encodes the pixels and frees them. */
  private encode(pixels: tf.Tensor4D): ImageFeatures {
    try {
      return this.encoder.encode(pixels);
    } finally {
      tf.dispose(pixels);
    }
  }

  /** Decodes the features to different hypotheses, the best first. */
  private async search(
    features: ImageFeatures,
    options: ResolvedOptions,
    signal: AbortSignal | undefined,
  ): Promise<Hypothesis[]> {
    const { candidates, beamWidth, temperature, seed } = options;
    const width = beamWidth ?? Math.max(this.decoder.generation.beamWidth, candidates ?? 1);
    const count = candidates ?? Math.min(DEFAULT_CANDIDATES, width);
    const limits = { ...this.limits(options), signal };
    if (temperature === undefined) {
      const found = await this.decode(features, (session) =>
        beamSearch(session, { ...limits, beamWidth: width }),
      );
      return found.slice(0, count);
    }
    const drawn = new Map<string, Hypothesis>();
    for (let i = 0; i < count; i++) {
      const hypothesis = await this.decode(features, (session) =>
        sample(session, { ...limits, temperature, seed: seed + i }),
      );
      drawn.set(hypothesis.tokens.join(), hypothesis);
    }
    return [...drawn.values()].sort((a, b) => b.score - a.score);
  }

  private limits(options: Pick<StreamOptions, 'maxWords' | 'rareWords'>) {
    const { generation } = this.decoder;
    const { maxWords = generation.maxWords, rareWords = generation.rareWords } = options;
    const minWords = Math.min(generation.minWords, maxWords);
    return { ...generation, minWords, maxWords, rareWords };
  }

  private async decode<T>(
    features: ImageFeatures,
    generate: (session: DecodingSession) => Promise<T>,
  ): Promise<T> {
    const { config, weights, detector } = this.decoder;
    const session = createSession(config, weights, this.outputTable, features, detector);
    try {
      return await generate(session);
    } finally {
      session.dispose();
    }
  }
}
