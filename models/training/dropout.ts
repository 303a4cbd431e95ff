import * as tf from '@tensorflow/tfjs-core';
import type { Dropout } from '../ops/dropout';
import type { Random } from '../random';

/**
 * Inverted dropout (Srivastava et al. 2014): each activation is zeroed with the site's probability,
 * the others are scaled up so that the expectation stays.
 * @param rates probability of dropping at each site, in [0, 1).
 */
export function createDropout<Site extends string>(
  rates: Readonly<Record<Site, number>>,
  random: Random,
): Dropout<Site> {
  return (x, site) => {
    const rate = rates[site];
    if (rate === 0) return x;
    const mask = new Float32Array(x.size);
    const kept = 1 / (1 - rate);
    for (let i = 0; i < mask.length; i++) mask[i] = kept * Math.floor(random() + 1 - rate);
    return tf.mul(x, tf.tensor2d(mask, x.shape));
  };
}
