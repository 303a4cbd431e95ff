import type { CaptionerManifest } from '../artefact/manifest';
import type { Weights } from '../recurrent/cell';
import type { Vocabulary } from '../text/vocabulary';
import type { Calibration } from './confidence';
import type { DecoderConfig } from './config';

/** A decoder with everything it was trained with. */
export interface DecoderModel {
  readonly id: string;
  readonly version: string;
  readonly config: DecoderConfig;
  readonly weights: Weights;
  /** Of the word detector; null for a model without one. */
  readonly detector: Weights | null;
  readonly vocabulary: Vocabulary;
  readonly calibration: Calibration;
  /** What was chosen on dev. */
  readonly generation: CaptionerManifest['generation'];
}
