import { NegarError } from '../../models/errors';
import type { AltState } from './kinds';

/** What somebody else has written in the meantime. */
export interface Current {
  readonly version: number;
  readonly state: AltState;
  readonly text: string;
  /** Null for the model. */
  readonly reviewer: string | null;
}

/** A change that would have overwritten what its author had not read. */
export class EditConflict extends NegarError {
  constructor(readonly current: Current) {
    const author = current.reviewer ?? 'The model';
    super(
      'EDIT_CONFLICT',
      `${author} has changed this alt text since you read it. It is ${current.state} now and says: ` +
        `"${current.text}". Nothing was overwritten: read it, and change version ${current.version}.`,
    );
  }
}
