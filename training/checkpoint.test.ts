import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Adam } from '../models/training/adam';
import { temporaryFolder } from './testing/temporary-folder';
import { Checkpoint, type RunState } from './checkpoint';

const state: RunState = { step: 7, best: { score: 12.5, epoch: 2 }, seconds: 3.25 };

/** Weights and an optimizer after one step. */
function afterOneStep(): { weights: Float32Array; adam: Adam } {
  const weights = Float32Array.of(0.1, -2, 3);
  const adam = new Adam(3);
  adam.update(weights, Float32Array.of(1, 0.5, -0.25), 0.01);
  return { weights, adam };
}

describe('Checkpoint', () => {
  it('restores weights, optimizer and state exactly', async () => {
    const checkpoint = new Checkpoint(join(await temporaryFolder(), 'new', 'run'));
    const { weights, adam } = afterOneStep();
    await checkpoint.save(state, weights, adam);

    const restored = { weights: new Float32Array(3), adam: new Adam(3) };
    expect(await checkpoint.restore(restored.weights, restored.adam)).toEqual(state);
    expect(restored).toEqual({ weights, adam });
    expect(await checkpoint.readState()).toEqual(state);
  });

  it('keeps the best weights apart', async () => {
    const checkpoint = new Checkpoint(await temporaryFolder());
    await checkpoint.saveBest(Float32Array.of(1, 2, 3));
    expect(await checkpoint.readBest()).toEqual(Float32Array.of(1, 2, 3));
    expect(await checkpoint.restore(new Float32Array(3), new Adam(3))).toBeNull();
  });

  it('is never half of a file: a save that fails leaves the one before', async () => {
    const folder = await temporaryFolder();
    const checkpoint = new Checkpoint(folder);
    const { weights, adam } = afterOneStep();
    await checkpoint.save(state, weights, adam);
    await mkdir(join(folder, 'checkpoint.bin.part'));
    await expect(checkpoint.save({ ...state, step: 8 }, weights, adam)).rejects.toThrow('EISDIR');
    expect((await checkpoint.readState()).step).toBe(7);
    await rm(join(folder, 'checkpoint.bin.part'), { recursive: true });

    await writeFile(join(folder, 'checkpoint.bin.part'), 'half of a fi');
    expect((await checkpoint.readState()).step).toBe(7);
    await checkpoint.save({ ...state, step: 8 }, weights, adam);
    expect((await checkpoint.readState()).step).toBe(8);
    expect(await readdir(folder)).toEqual(['checkpoint.bin']);
  });

  it('is whole to whoever reads while it is saved', async () => {
    const checkpoint = new Checkpoint(await temporaryFolder());
    const length = 100_000;
    const save = (step: number) =>
      checkpoint.save({ ...state, step }, new Float32Array(length).fill(step), new Adam(length));
    await save(0);
    const saving = (async () => {
      for (let step = 1; step <= 10; step++) await save(step);
    })();
    let last = 0;
    while (last < 10) {
      const weights = new Float32Array(length);
      last = (await checkpoint.restore(weights, new Adam(length)))!.step;
      expect(weights.every((value) => value === last)).toBe(true);
    }
    await saving;
  });

  it('refuses to go on with a decoder of another size', async () => {
    const checkpoint = new Checkpoint(await temporaryFolder());
    const { weights, adam } = afterOneStep();
    await checkpoint.save(state, weights, adam);
    await expect(checkpoint.restore(new Float32Array(4), new Adam(4))).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      message: expect.stringContaining('holds 9 numbers, but this run needs 12'),
    });
  });

  it('does not start over when the checkpoint is damaged', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'checkpoint.bin'), 'not a checkpoint');
    const checkpoint = new Checkpoint(folder);
    await expect(checkpoint.restore(new Float32Array(3), new Adam(3))).rejects.toThrow(SyntaxError);
  });
});
