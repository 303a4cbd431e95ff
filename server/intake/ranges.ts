import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

/** Bytes that lie somewhere and are read in ranges. */
export interface Ranges {
  readonly size: number;
  /** The bytes from `start` up to but without `end`, in pieces. */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

export function rangesOf(bytes: Uint8Array): Ranges {
  return {
    size: bytes.byteLength,
    async *read(start, end) {
      yield bytes.subarray(start, end);
    },
  };
}

/** Ranges as yauzl reads them. */
export class RangeReader extends RandomAccessReader {
  constructor(private readonly ranges: Ranges) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.ranges.read(start, end), { objectMode: false });
  }
}
