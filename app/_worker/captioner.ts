import type { Captioner } from '../../models/captioner/captioner';
import { loadCaptioner } from '../../models/captioner/load';
import type { CaptionResult } from '../../models/captioner/result';
import { NegarError } from '../../models/errors';
import type { ModelFiles } from './model-files';

/** A grey picture to warm up with. */
const BLANK = { width: 224, height: 224, data: new Uint8Array(224 * 224 * 3).fill(128) };

/** A captioner, and what a caption takes it once everything is warm. */
export interface StartedCaptioner {
  readonly captioner: Captioner;
  readonly milliseconds: number;
}

/** Loads the captioner, and has it caption a grey picture, so that a backend that cannot fails here. */
export async function startCaptioner({ encoder, decoder }: ModelFiles): Promise<StartedCaptioner> {
  const captioner = await loadCaptioner(encoder, decoder);
  check(await captioner.stream(BLANK, () => undefined));
  const { timings } = await captioner.stream(BLANK, () => undefined);
  return { captioner, milliseconds: timings.total };
}

/** Whether the numbers are what they must be, whichever picture and model. */
function check({ candidates: [{ logProbability }], words }: CaptionResult): void {
  const sums = words.map(({ attention }) => attention?.reduce((sum, weight) => sum + weight, 0));
  const isSane =
    logProbability < 0 &&
    Number.isFinite(logProbability) &&
    sums.every((sum = 1) => Math.abs(sum - 1) < 1e-3);
  if (!isSane) throw new NegarError('INTERNAL', 'The backend captions with wrong numbers.');
}
