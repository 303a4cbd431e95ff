import { NegarError } from '../../models/errors';

/** What people see of something that somebody else has deleted. */

export function noCollection(): NegarError {
  return new NegarError(
    'RECORD_NOT_FOUND',
    'There is no such collection; somebody may have deleted it. List the collections again.',
  );
}

export function noItem(): NegarError {
  return new NegarError(
    'RECORD_NOT_FOUND',
    'There is no such item; somebody may have deleted it. List the items again.',
  );
}

export function noPicture(): NegarError {
  return new NegarError(
    'RECORD_NOT_FOUND',
    'The picture is not kept here, or no longer. Read the item again for the address of its picture.',
  );
}

export function noJob(): NegarError {
  return new NegarError(
    'RECORD_NOT_FOUND',
    'There is no such job; somebody may have deleted it. List the jobs again.',
  );
}
