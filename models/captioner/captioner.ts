import * as tf from '@tensorflow/tfjs-core';
import type { CaptionerManifest } from '../artefact/manifest';
import { type Encoder, type ImageFeatures, toPixels } from '../encoder/encoder';
import { throwIfCancelled } from '../errors';
import { beamSearch } from '../generate/beam';
import { type Hypothesis, lengthNormalized } from '../generate/hypothesis';
import { sample } from '../generate/sample';
import type { DecodingSession } from '../generate/session';
import type { RgbImage } from '../image';
import { parseOptions } from '../options';
import type { Weights } from '../recurrent/cell';
import { altText } from '../text/alt-text';
import { detokenize } from '../text/tokenizer';
import type { Vocabulary } from '../text/vocabulary';
import { type Calibration, confidenceOf } from './confidence';
import type { DecoderConfig } from './config';
import { tieOutput } from './decoder';
import {
  type CaptionOptions,
  captionOptionsSchema,
  DEFAULT_CANDIDATES,
  type ResolvedOptions,
} from './options';
import type { Candidate, CaptionResult } from './result';
import { createSession } from './session';

/** A decoder with everything it was trained with. */
export interface DecoderModel {
  readonly id: string;
  readonly version: string;
  readonly config: DecoderConfig;
  readonly weights: Weights;
  readonly vocabulary: Vocabulary;
  readonly calibration: Calibration;
  /** What was chosen on dev. */
  readonly generation: CaptionerManifest['generation'];
}

/** Turns photos into words. It owns its encoder and its decoder's weights until it is disposed. */
export class Captioner {
  private readonly outputTable: tf.Tensor2D;

  constructor(
    private readonly encoder: Encoder,
    private readonly decoder: DecoderModel,
  ) {
    this.outputTable = tieOutput(decoder.weights);
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
    throwIfCancelled(signal);

    const started = performance.now();
    const pixels = toPixels(image);
    const prepared = performance.now();
    const features = this.encode(pixels);
    const encoded = performance.now();
    try {
      const hypotheses = await this.write(features, options, signal);
      const finished = performance.now();
      return {
        ...this.describe(hypotheses, options),
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

  /** Frees the encoder and the decoder's weights; the captioner cannot be used afterwards. */
  dispose(): void {
    this.encoder.dispose();
    tf.dispose([this.outputTable, { ...this.decoder.weights }]);
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
  private async write(
    features: ImageFeatures,
    { candidates, beamWidth, maxWords, temperature, seed }: ResolvedOptions,
    signal: AbortSignal | undefined,
  ): Promise<Hypothesis[]> {
    const { generation } = this.decoder;
    const width = beamWidth ?? Math.max(generation.beamWidth, candidates ?? 1);
    const count = candidates ?? Math.min(DEFAULT_CANDIDATES, width);
    const limits = {
      minWords: Math.min(generation.minWords, maxWords ?? generation.maxWords),
      maxWords: maxWords ?? generation.maxWords,
      lengthPenalty: generation.lengthPenalty,
      blockRepeatedTrigrams: generation.blockRepeatedTrigrams,
      signal,
    };
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

  private async decode<T>(
    features: ImageFeatures,
    generate: (session: DecodingSession) => Promise<T>,
  ): Promise<T> {
    const { config, weights } = this.decoder;
    const session = createSession(config, weights, this.outputTable, features);
    try {
      return await generate(session);
    } finally {
      session.dispose();
    }
  }

  /** Words, confidence and alt text of hypotheses. */
  private describe(
    hypotheses: readonly Hypothesis[],
    { neutral, altLength }: ResolvedOptions,
  ): Pick<CaptionResult, 'candidates' | 'words' | 'alt' | 'hedged'> {
    const { vocabulary, calibration } = this.decoder;
    const candidates = hypotheses.map(({ tokens, logProb }): Candidate => {
      const score = lengthNormalized(logProb, tokens.length + 1, 1);
      return {
        text: detokenize(vocabulary.decode(tokens)),
        logProbability: logProb,
        confidence: confidenceOf(calibration, score),
      };
    });
    const [best] = candidates;
    const hedged = best.confidence < calibration.hedgeBelow;
    return {
      candidates,
      words: hypotheses[0].words.map(({ token, probability, attention }) => ({
        text: vocabulary.words[token],
        probability,
        attention: attention && [...attention],
      })),
      alt: altText(best.text, { maxLength: altLength, neutral, hedged }),
      hedged,
    };
  }
}
