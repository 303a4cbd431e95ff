import { type FileHandle, open } from 'node:fs/promises';
import { FEATURE_SIZE, GRID_CELLS } from '../../models/encoder/nodes';
import { decodeFloat16 } from '../../models/artefact/float16';

/** Values of one photo's grid. */
export const GRID_VALUES = GRID_CELLS * FEATURE_SIZE;
const BYTES_PER_PHOTO = GRID_VALUES * 2;

/**
 * Grids of a split's photos on disk, float16, in the order of the split's list. Readers share the
 * operating system's page cache, so that no worker holds a copy of its own.
 */
export class FeatureCache {
  private constructor(private readonly file: FileHandle) {}

  static async open(path: string, flags: 'r' | 'w' | 'r+' = 'r'): Promise<FeatureCache> {
    return new FeatureCache(await open(path, flags));
  }

  /** @param grid half-precision bits, length {@link GRID_VALUES}. */
  async write(photo: number, grid: Uint16Array): Promise<void> {
    await this.file.write(new Uint8Array(grid.buffer), 0, BYTES_PER_PHOTO, photo * BYTES_PER_PHOTO);
  }

  /** Grids of some photos one after another, [photos, 49, 1280] flat. */
  async read(photos: readonly number[]): Promise<Float32Array> {
    const bits = new Uint16Array(GRID_VALUES);
    const values = new Float32Array(photos.length * GRID_VALUES);
    for (let p = 0; p < photos.length; p++) {
      const bytes = new Uint8Array(bits.buffer);
      await this.file.read(bytes, 0, BYTES_PER_PHOTO, photos[p] * BYTES_PER_PHOTO);
      values.set(decodeFloat16(bits), p * GRID_VALUES);
    }
    return values;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
