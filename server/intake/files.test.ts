import { expect, it } from 'vitest';
import { MAX_IMAGE_BYTES } from '../../models/photo/limits';
import { readFiles } from './files';
import { isBad } from './found';
import { collect } from './testing/collect';

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);

it('reads the files of a folder, and reports what is no picture', async () => {
  const files = [
    new File([JPEG], 'summer/beach/a.jpg'),
    new File([JPEG], 'summer/.DS_Store'),
    new File(['text'], 'summer/notes.txt'),
    new File([], 'summer/empty.jpg'),
    new File([JPEG, new Uint8Array(MAX_IMAGE_BYTES)], 'large.jpg'),
    new File([JPEG], '<img src=x onerror="alert(1)">\u0000\n\u202e.jpg'),
  ];
  const found = await collect(readFiles(files));
  expect(found.map((one) => (isBad(one) ? [one.row, one.error.code] : one))).toEqual([
    {
      row: 1,
      name: 'a.jpg',
      source: { kind: 'file', path: 'summer/beach/a.jpg' },
      bytes: JPEG,
    },
    [2, 'IMAGE_TYPE_UNSUPPORTED'],
    [3, 'IMAGE_EMPTY'],
    [4, 'IMAGE_TOO_LARGE'],
    expect.objectContaining({ row: 5, name: '<img src=x onerror="alert(1)"> .jpg' }),
  ]);
});
