import type { Workspace } from '../storage/storage';

/** For procedures that use no storage. */
export const NO_WORKSPACE: Workspace = {
  open: () => Promise.reject(new Error('This test has no storage.')),
};
