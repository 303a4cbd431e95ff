import type { Captioner } from '../../models/captioner/captioner';
import { loadCaptioner } from '../../models/captioner/load';
import type { ModelFiles } from './model-files';

/** A grey picture to warm up with. */
const BLANK = { width: 224, height: 224, data: new Uint8Array(224 * 224 * 3).fill(128) };

/** Loads the captioner, and captions a grey picture, so that a backend that cannot fails here. */
export async function startCaptioner({ encoder, decoder }: ModelFiles): Promise<Captioner> {
  const captioner = await loadCaptioner(encoder, decoder);
  await captioner.stream(BLANK, () => undefined);
  return captioner;
}
