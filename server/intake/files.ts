import { toNegarError } from '../../models/errors';
import { checkPicture, type Found, isLitter, MAX_PATH, nameOf } from './found';
import { plainText } from '../workspace/plain-text';

/**
 * Reads the files of a form. Those of a folder have their path in it as their name. What systems put
 * into folders is left out; a file that is no picture is a bad row.
 */
export async function* readFiles(files: Iterable<File>): AsyncGenerator<Found> {
  let row = 0;
  for (const file of files) {
    if (isLitter(file.name)) continue;
    row++;
    const path = plainText(file.name, MAX_PATH);
    const about = { row, name: nameOf(path), source: { kind: 'file', path } as const };
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      checkPicture(bytes);
      yield { ...about, bytes };
    } catch (error) {
      yield { ...about, error: toNegarError(error) };
    }
  }
}
