import { type Context, createContextInner } from '../trpc';
import { fakeInference } from './fake-inference';

/** What procedures need; what a test leaves out must not be used. */
export function contextOf(parts: Partial<Context>): Context {
  return createContextInner({
    inference: fakeInference(),
    workspace: { open: () => Promise.reject(new Error('This test has no storage.')) },
    jobs: { send: () => Promise.reject(new Error('This test has no jobs.')) },
    fetcher: { fetch: () => Promise.reject(new Error('This test fetches nothing.')) },
    ...parts,
  });
}
