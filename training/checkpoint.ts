import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NegarError } from '../models/errors';
import type { Adam } from '../models/training/adam';

/** Where a run stands, beside its weights. */
export interface RunState {
  /** Steps done. */
  step: number;
  /** Best dev score so far and the epoch it was seen in; null before the first look. */
  best: { score: number; epoch: number } | null;
  /** Seconds spent training, over all sittings. */
  seconds: number;
}

const CHECKPOINT = 'checkpoint.bin';

/** A run's folder: everything needed to go on exactly where it stopped. */
export class Checkpoint {
  constructor(readonly folder: string) {}

  /**
   * Restores weights, optimizer and, where the run has one, the weights' moving average in place.
   * @returns null when the run has no checkpoint yet.
   * @throws {NegarError} OPTION_INVALID when the checkpoint is of a decoder of another size, or has
   *   another number of vectors.
   */
  async restore(
    weights: Float32Array,
    adam: Adam,
    averaged?: Float32Array,
  ): Promise<RunState | null> {
    if (!existsSync(join(this.folder, CHECKPOINT))) return null;
    const { adamSteps, state, floats } = await this.read();
    const vectors = vectorsOf(weights, adam, averaged);
    const { length } = weights;
    if (floats.length !== vectors.length * length) {
      throw new NegarError(
        'OPTION_INVALID',
        `The checkpoint in "${this.folder}" holds ${floats.length} numbers, but this run needs ` +
          `${vectors.length * length}. Give the options that the run was started with, or another run's name.`,
      );
    }
    vectors.forEach((vector, i) => vector.set(floats.subarray(i * length, (i + 1) * length)));
    adam.steps = adamSteps;
    return state;
  }

  /** Where the run stands. */
  async readState(): Promise<RunState> {
    return (await this.read()).state;
  }

  async save(
    state: RunState,
    weights: Float32Array,
    adam: Adam,
    averaged?: Float32Array,
  ): Promise<void> {
    const header = Buffer.from(JSON.stringify({ ...state, adamSteps: adam.steps }));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(header.length);
    const blobs = vectorsOf(weights, adam, averaged).map(bytesOf);
    await this.write(CHECKPOINT, Buffer.concat([length, header, ...blobs]));
  }

  saveBest(weights: Float32Array): Promise<void> {
    return this.write('best.bin', bytesOf(weights));
  }

  async readBest(): Promise<Float32Array> {
    const bytes = await readFile(join(this.folder, 'best.bin'));
    return new Float32Array(new Uint8Array(bytes).buffer);
  }

  private async read() {
    const bytes = await readFile(join(this.folder, CHECKPOINT));
    const headerLength = bytes.readUInt32LE(0);
    const header = bytes.toString('utf8', 4, 4 + headerLength);
    const { adamSteps, ...state } = JSON.parse(header) as RunState & { adamSteps: number };
    const floats = new Float32Array(new Uint8Array(bytes.subarray(4 + headerLength)).buffer);
    return { adamSteps, state, floats };
  }

  /** Replaces a file of the run in one go, so that an interruption never leaves half of one. */
  async write(name: string, content: Uint8Array | string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, name);
    await writeFile(`${path}.part`, content);
    await rename(`${path}.part`, path);
  }
}

function vectorsOf(weights: Float32Array, adam: Adam, averaged?: Float32Array): Float32Array[] {
  return [weights, adam.firstMoment, adam.secondMoment, ...(averaged ? [averaged] : [])];
}

function bytesOf(values: Float32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}
