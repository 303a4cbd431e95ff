import { readStart } from './start';

/**
 * Mean of the best weights of runs or artefacts that grew from the same weights; what is named twice
 * counts twice. It is often better than each of them, and lies between what they were trained for
 * (model soups, Wortsman et al. 2022).
 * @throws {Error} when the runs do not have the same vocabulary, or weights of the same number.
 */
export async function averageOfBest(runs: readonly string[]): Promise<Float32Array> {
  const all = await Promise.all(runs.map(readStart));
  const [first] = all;
  const mean = new Float32Array(first.weights.length);
  for (const [i, { vocabulary, weights }] of all.entries()) {
    if (vocabulary.words.join() !== first.vocabulary.words.join() || weights.length !== mean.length)
      throw new Error(`The weights of the runs ${runs[0]} and ${runs[i]} are not of one kind.`);
    for (const [w, weight] of weights.entries()) mean[w] += weight / all.length;
  }
  return mean;
}
