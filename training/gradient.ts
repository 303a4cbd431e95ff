import * as tf from '@tensorflow/tfjs-core';
import type { Weights } from '../models/recurrent/cell';
import { toTensors, type WeightLayout } from '../models/training/weight-vector';
import type { StepShard } from './lesson';

/**
 * Writes a loss's gradient into the shard.
 * @returns the loss.
 */
export async function writeGradient(
  layout: WeightLayout,
  { weights, gradient }: Pick<StepShard, 'weights' | 'gradient'>,
  loss: (weights: Weights) => tf.Scalar,
): Promise<number> {
  const { value, grads } = tf.tidy(() => {
    const named = toTensors(layout, new Float32Array(weights));
    const ofTensors = (...tensors: tf.Tensor[]) =>
      loss(Object.fromEntries(layout.specs.map(({ name }, i) => [name, tensors[i]])));
    return tf.valueAndGrads(ofTensors)(layout.specs.map(({ name }) => named[name]));
  });
  const target = new Float32Array(gradient);
  for (let i = 0; i < grads.length; i++) target.set(await grads[i].data(), layout.offsets[i]);
  const [result] = await value.data();
  tf.dispose([value, grads]);
  return result;
}
