import { encodeWeights } from '../../models/artefact/weights';
import { memoryWeightSpecs } from '../../models/memory/network';
import { layOut, weightView } from '../../models/training/weight-vector';
import { writeArtefact } from '../write-artefact';
import { configOf } from './learn';
import { test } from './measure';
import type { CourseResult } from './results';

/** Writes networks of one lag, each untrained and trained, as an artefact for the page. */
export async function writeMemoryArtefact(
  folder: string,
  results: readonly CourseResult[],
  { minutes, commit }: { minutes: number; commit?: string },
): Promise<void> {
  const networks = results.flatMap((result) =>
    (['end', 'start'] as const).map((when) => ({
      result,
      isTrained: when === 'end',
      vector: Float32Array.from(result.weights[when]),
    })),
  );
  const weights = networks.flatMap(({ result, vector }, i) => {
    const layout = layOut(memoryWeightSpecs(configOf(result)));
    return layout.specs.map(({ name, shape }, k) => ({
      name: `${i}/${name}`,
      shape,
      values: weightView(layout, vector, k),
    }));
  });
  const { specs, data } = encodeWeights(weights, 'float32');
  const [{ lag, batch, steps, hiddenSize, seed }] = results;
  await writeArtefact(
    folder,
    {
      kind: 'memory',
      id: 'memory-adding',
      version: '1.0.0',
      description:
        'A tanh RNN, a GRU and an LSTM that learnt to add two marked numbers of a sequence, as they were before and after training.',
      licence: 'MIT; trained on sequences that the project draws itself',
      lag,
      weights: 'weights.json',
      networks: await Promise.all(
        networks.map(async ({ result, isTrained, vector }) => ({
          config: configOf(result),
          isTrained,
          accuracy: 100 * (await test(result, vector)).right,
        })),
      ),
      training: {
        commit,
        seed,
        data: 'the adding task, drawn by the project',
        device: '1 CPU core',
        minutes,
        options: { lag, batch, steps, hiddenSize },
      },
    },
    {
      'weights.json': JSON.stringify([{ paths: ['weights.bin'], weights: specs }]),
      'weights.bin': data,
    },
  );
}
