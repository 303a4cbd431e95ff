import type { Cell } from './cell';
import { gruCell } from './gru';
import { lstmCell } from './lstm';
import { rnnCell } from './rnn';

/** Every recurrent cell by the name that configurations use. */
export const cells = {
  rnn: rnnCell,
  gru: gruCell,
  lstm: lstmCell,
} as const satisfies Record<string, Cell>;
