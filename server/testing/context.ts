import { type Context, createContextInner } from '../trpc';
import { NO_DESCRIBER } from './fake-describer';
import { fakeInference } from './fake-inference';
import { NO_WORKSPACE } from './fake-workspace';

/** What procedures need; what a test leaves out must not be used. */
export function contextOf(parts: Partial<Context>): Context {
  return createContextInner({
    inference: fakeInference(),
    workspace: NO_WORKSPACE,
    describer: NO_DESCRIBER,
    jobs: { send: () => Promise.reject(new Error('This test has no jobs.')) },
    fetcher: { fetch: () => Promise.reject(new Error('This test fetches nothing.')) },
    ...parts,
  });
}
