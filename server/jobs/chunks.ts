/**
 * The items of a job go through the queue in chunks: a ticket of the queue names the job and the
 * chunk, and whoever has the ticket works on the chunk's items one after the other.
 */
export interface Chunk {
  readonly jobId: string;
  /** From 0; items of these positions: from `number` times the size on. */
  readonly number: number;
}

/** Items of a chunk. */
export const CHUNK_SIZE = 8;

/** Chunks of a job after which those of other jobs come first. */
const TURN = 8;

export function chunkOf(position: number): number {
  return Math.floor(position / CHUNK_SIZE);
}

/** Higher ones come first, so that jobs take turns and a small one need not wait for a large one. */
export function priorityOf(chunk: number): number {
  return -Math.floor(chunk / TURN);
}
