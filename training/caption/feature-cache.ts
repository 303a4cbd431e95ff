import { type FileHandle, open } from 'node:fs/promises';
import { decodeFloat16 } from '../../models/artefact/float16';

/** Bytes of a half-precision number. */
const HALF = 2;

/**
 * Grids of a split's photos on disk, float16, in the order of the split's list. Readers share the
 * operating system's page cache, so that no worker holds a copy of its own.
 */
export class FeatureCache {
  private constructor(
    private readonly file: FileHandle,
    private readonly gridValues: number,
  ) {}

  /** @param gridValues values of one photo's grid. */
  static async open(
    path: string,
    gridValues: number,
    flags: 'r' | 'w' = 'r',
  ): Promise<FeatureCache> {
    return new FeatureCache(await open(path, flags), gridValues);
  }

  /** @param grid half-precision bits of a photo's grid. */
  async write(photo: number, grid: Uint16Array): Promise<void> {
    const bytes = new Uint8Array(grid.buffer, grid.byteOffset, this.gridValues * HALF);
    await this.file.write(bytes, 0, bytes.length, photo * bytes.length);
  }

  /**
   * The grid of a photo, [cells, features] flat.
   * @throws {Error} when the file ends before the photo's grid.
   */
  async read(photo: number): Promise<Float32Array> {
    const bits = new Uint16Array(this.gridValues);
    const bytes = new Uint8Array(bits.buffer);
    const { bytesRead } = await this.file.read(bytes, 0, bytes.length, photo * bytes.length);
    if (bytesRead < bytes.length) throw new Error(`The features of photo ${photo} are missing.`);
    return decodeFloat16(bits);
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
