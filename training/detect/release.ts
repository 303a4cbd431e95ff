import type { CaptionerManifest } from '../../models/artefact/manifest';
import { detectorWeightSpecs } from '../../models/captioner/detector';
import { layOut } from '../../models/training/weight-vector';
import type { SharedDetector } from '../caption/worker';
import { releasedWeights, weightFiles } from '../weight-files';
import { openDetectorRun } from './run';

/** A word detector as it becomes a part of a captioner's artefact. */
export interface ReleasedDetector {
  /** Its weights in the precision of its files. */
  readonly shared: SharedDetector;
  /** What the captioner's manifest says of it. */
  readonly about: NonNullable<CaptionerManifest['detector']>;
  readonly files: Readonly<Record<string, Uint8Array | string>>;
}

/**
 * The best weights of a detector's training run.
 * @param words of the captioner.
 * @throws {Error} when the run detects other words.
 */
export async function releaseDetector(
  run: string,
  words: readonly string[],
  workers: number,
): Promise<ReleasedDetector> {
  const { config, options, commit, vocabulary, checkpoint } = await openDetectorRun(run);
  if (vocabulary.words.join() !== words.join()) {
    throw new Error(`The run ${run} detects other words than the captioner's.`);
  }
  const best = await checkpoint.readBest();
  const state = await checkpoint.readState();
  return {
    shared: { config, weights: releasedWeights(best) },
    about: {
      hiddenSize: config.hiddenSize,
      weights: 'detector.json',
      training: {
        commit,
        seed: options.seed,
        data: 'Flickr8k train: 6,000 photos with 5 captions each',
        device: `${workers} CPU cores, tfjs WASM`,
        minutes: Math.round(state.seconds / 60),
        epochs: state.best?.epoch ?? 0,
        options,
      },
    },
    files: weightFiles(layOut(detectorWeightSpecs(config)), best, { name: 'detector' }),
  };
}
