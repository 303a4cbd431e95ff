import type { Describer } from '../metadata/describer';

/** For procedures that write into no picture file. */
export const NO_DESCRIBER: Describer = {
  describe: () => Promise.reject(new Error('This test writes into no file.')),
};
