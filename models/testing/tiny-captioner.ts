import { Captioner } from '../captioner/captioner';
import type { DecoderModel } from '../captioner/model';
import type { Encoder } from '../encoder/encoder';
import type { RgbImage } from '../image';
import { tinyDecoderModel, tinyFeatures } from './tiny-decoder';

/** A grey picture of 3 x 2 pixels. */
export const tinyImage: RgbImage = { width: 3, height: 2, data: new Uint8Array(18).fill(90) };

/** A captioner with the tiny decoder and an encoder that sees the same in every picture. */
export function tinyCaptioner(changes: Partial<DecoderModel> = {}): {
  captioner: Captioner;
  decoder: DecoderModel;
  encoder: Encoder;
} {
  const decoder = { ...tinyDecoderModel(), ...changes };
  const encoder: Encoder = {
    encode: () => tinyFeatures(decoder.config, 1),
    dispose: () => {},
  };
  return { captioner: new Captioner(encoder, decoder), decoder, encoder };
}
