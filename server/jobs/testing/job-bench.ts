import { setTimeout } from 'node:timers/promises';
import type { Fetcher } from '../../fetch/fetcher';
import type { Inference } from '../../inference/inference';
import { createCaller } from '../../routers/app';
import type { Storage } from '../../storage/storage';
import { contextOf } from '../../testing/context';
import { type FakeInference, fakeInference } from '../../testing/fake-inference';
import { openMemoryStorage, workspaceOf } from '../../testing/memory-storage';
import { JobService } from '../jobs';

/** A JPEG by its first bytes; the last ones tell it from others. */
export function photo(number: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array([0xff, 0xd8, 0xff, number >> 8, number & 0xff]);
}

/** A form as the procedures of `intake` take it. */
export function formOf(json: object, files: readonly File[]): FormData {
  const form = new FormData();
  form.set('json', JSON.stringify(json));
  for (const file of files) form.append('file', file, file.name);
  return form;
}

export function photoFiles(count: number, start = 0): File[] {
  return Array.from(
    { length: count },
    (_, i) => new File([photo(start + i)], `folder/${start + i}.jpg`),
  );
}

interface Given {
  readonly storage?: Storage;
  readonly inference?: Inference;
  readonly fetcher?: Pick<Fetcher, 'fetch'>;
  readonly lanes?: number;
}

/** A workspace in memory with a collection, whose jobs are worked on. */
export async function openBench(given: Given = {}) {
  const storage = given.storage ?? (await openMemoryStorage());
  const fake: FakeInference = fakeInference({ id: 'fake', version: '1.0.0' } as never);
  const inference = given.inference ?? fake;
  const fetcher = given.fetcher ?? { fetch: () => Promise.reject(new Error('no network')) };
  const errors: unknown[] = [];
  const jobs = new JobService({
    settings: { NEGAR_JOBS: given.lanes ?? 3, NEGAR_DEADLINE_SECONDS: 1 },
    workspace: workspaceOf(storage),
    inference,
    fetcher,
    onError: (error) => errors.push(error),
  });
  const caller = createCaller(
    contextOf({ inference, workspace: workspaceOf(storage), jobs, fetcher }),
  );
  const { id: collectionId } = await caller.collections.create({ name: 'Test' });
  return {
    storage,
    jobs,
    caller,
    collectionId,
    errors,
    asked: fake.asked,
    /** Waits until the job has the state, and returns it. */
    async until(id: string, state: string) {
      for (;;) {
        const job = await caller.jobs.get({ id });
        if (job.state === state) return job;
        await setTimeout(20);
      }
    },
    async close() {
      await jobs.close();
      await storage.close();
    },
  };
}
