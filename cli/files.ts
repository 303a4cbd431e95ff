import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { NegarError, toNegarError } from '../models/errors';
import { IMAGE_FORMATS } from '../models/photo/formats';

/** Endings by which a folder's pictures are told from its other files. */
const PICTURE_ENDINGS = new Set(IMAGE_FORMATS.flatMap(({ endings }) => endings));

/** A picture to caption, or the reason why a path gives none. */
export type Found =
  { readonly file: string } | { readonly file: string; readonly error: NegarError };

/** Files as they are named; of folders every picture below them, in alphabetical order. */
export async function findPictures(paths: readonly string[]): Promise<Found[]> {
  const found = paths.map((path) =>
    findBelow(path).catch((error: unknown) => [{ file: path, error: toNegarError(error) }]),
  );
  return (await Promise.all(found)).flat();
}

async function findBelow(path: string): Promise<Found[]> {
  const kind = await stat(path).catch(() => null);
  if (!kind) {
    return [
      {
        file: path,
        error: new NegarError('FILE_NOT_FOUND', `There is no file or folder "${path}".`),
      },
    ];
  }
  if (!kind.isDirectory()) return [{ file: path }];
  const names = await readdir(path, { recursive: true });
  const pictures = names.filter((name) => PICTURE_ENDINGS.has(extname(name).toLowerCase())).sort();
  if (pictures.length > 0) return pictures.map((name) => ({ file: join(path, name) }));
  const endings = [...PICTURE_ENDINGS].join(' ');
  const message = `The folder "${path}" has no file that ends in ${endings}.`;
  return [{ file: path, error: new NegarError('FILE_NOT_FOUND', message) }];
}
