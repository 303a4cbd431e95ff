import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adam } from '../../models/training/adam';

/** Where a run stands, beside its weights. */
export interface RunState {
  /** Steps done. */
  step: number;
  /** Best dev CIDEr so far (x100) and the epoch it was seen in. */
  best: { cider: number; epoch: number };
  /** Seconds spent training, over all sittings. */
  seconds: number;
}

/** A run's folder: everything needed to go on exactly where it stopped. */
export class Checkpoint {
  constructor(readonly folder: string) {}

  /** Restores weights and optimizer in place. @returns null when the run has not started. */
  async restore(weights: Float32Array, adam: Adam): Promise<RunState | null> {
    const saved = await this.read().catch(() => null);
    if (!saved) return null;
    const { adamSteps, state, floats } = saved;
    const { length } = weights;
    weights.set(floats.subarray(0, length));
    adam.firstMoment.set(floats.subarray(length, 2 * length));
    adam.secondMoment.set(floats.subarray(2 * length));
    adam.steps = adamSteps;
    return state;
  }

  /** Where the run stands. */
  async readState(): Promise<RunState> {
    return (await this.read()).state;
  }

  async save(state: RunState, weights: Float32Array, adam: Adam): Promise<void> {
    const header = Buffer.from(JSON.stringify({ ...state, adamSteps: adam.steps }));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(header.length);
    const blobs = [weights, adam.firstMoment, adam.secondMoment].map(bytesOf);
    await this.write('checkpoint.bin', Buffer.concat([length, header, ...blobs]));
  }

  saveBest(weights: Float32Array): Promise<void> {
    return this.write('best.bin', bytesOf(weights));
  }

  async readBest(): Promise<Float32Array> {
    const bytes = await readFile(join(this.folder, 'best.bin'));
    return new Float32Array(new Uint8Array(bytes).buffer);
  }

  private async read() {
    const bytes = await readFile(join(this.folder, 'checkpoint.bin'));
    const headerLength = bytes.readUInt32LE(0);
    const { adamSteps, ...state } = JSON.parse(bytes.toString('utf8', 4, 4 + headerLength));
    const floats = new Float32Array(new Uint8Array(bytes.subarray(4 + headerLength)).buffer);
    return { adamSteps: adamSteps as number, state: state as RunState, floats };
  }

  /** Replaces a file of the run in one go, so that an interruption never leaves half of one. */
  async write(name: string, content: Uint8Array | string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, name);
    await writeFile(`${path}.part`, content);
    await rename(`${path}.part`, path);
  }
}

function bytesOf(values: Float32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}
