import { ZipFile } from 'yazl';
import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { isBad } from './found';
import { rangesOf } from './ranges';
import { collect } from './testing/collect';
import { MAX_ENTRIES, readZip } from './zip';

const PHOTO = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c89664' } })
  .jpeg()
  .toBuffer();

interface Entry {
  readonly name: string;
  readonly content?: Buffer;
  readonly mode?: number;
  readonly compress?: boolean;
}

async function pack(entries: readonly Entry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, content = PHOTO, ...options } of entries)
    zip.addBuffer(content, name, options);
  zip.end();
  return Buffer.concat(await collect(zip.outputStream as AsyncIterable<Buffer>));
}

/** Writes another name of the same length wherever an archive has a name. */
function rename(archive: Buffer, from: string, to: string): Buffer {
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1');
}

async function read(archive: Buffer): Promise<string[]> {
  const found = await collect(readZip('photos.zip', rangesOf(archive)));
  return found.map((one) => {
    const { path } = one.source as { path: string };
    return isBad(one) ? `${one.row} ${path} ${one.error.code}` : `${one.row} ${path} ${one.name}`;
  });
}

describe('reading a ZIP archive', () => {
  it('takes its pictures in nested folders, packed or not, byte by byte', async () => {
    const archive = await pack([
      { name: 'a.jpg' },
      { name: 'summer/beach/b.jpg', compress: false },
      { name: 'بهار/گل.jpg' },
    ]);
    expect(await read(archive)).toEqual([
      '1 a.jpg a.jpg',
      '2 summer/beach/b.jpg b.jpg',
      '3 بهار/گل.jpg گل.jpg',
    ]);
    for await (const found of readZip('photos.zip', rangesOf(archive))) {
      expect(isBad(found) || Buffer.from(found.bytes!)).toEqual(PHOTO);
    }
  });

  it('leaves out folders and what systems add', async () => {
    const litter = ['__MACOSX/._a.jpg', 'x/.DS_Store', 'x/Thumbs.db', 'x/._b.jpg', 'Desktop.ini'];
    const zip = new ZipFile();
    zip.addEmptyDirectory('x');
    for (const name of litter) zip.addBuffer(PHOTO, name);
    zip.addBuffer(PHOTO, 'x/a.jpg');
    zip.end();
    const archive = Buffer.concat(await collect(zip.outputStream as AsyncIterable<Buffer>));
    expect(await read(archive)).toEqual(['7 x/a.jpg a.jpg']);
  });

  it.each([
    ['leads upwards', '../../etc/passwd'],
    ['leads upwards inside', 'aa/../../../b.jp'],
    ['leads upwards with backslashes', '..\\..\\etc\\pass.'],
    ['is absolute', '/etc/cron.d/a.jp'],
    ['has a drive letter', 'C:/windows/a.jpg'],
    ['has a drive letter and backslashes', 'c:\\windows\\a.jpg'],
    ['has a drive letter only', 'c:windows-a.jpg.'],
    ['is on another computer', '\\\\host\\share\\a.j'],
  ])('refuses an entry whose name %s, and goes on', async (_, name) => {
    const innocent = 'x'.repeat(name.length);
    const archive = rename(await pack([{ name: innocent }, { name: 'good.jpg' }]), innocent, name);
    expect(await read(archive)).toEqual([
      `1 ${name.replaceAll('\\', '/')} ZIP_ENTRY_REFUSED`,
      '2 good.jpg good.jpg',
    ]);
  });

  it('refuses links, and goes on', async () => {
    const link = { name: 'link.jpg', content: Buffer.from('/etc/passwd'), mode: 0o120777 };
    expect(await read(await pack([link, { name: 'good.jpg' }]))).toEqual([
      '1 link.jpg ZIP_ENTRY_REFUSED',
      '2 good.jpg good.jpg',
    ]);
  });

  it('refuses bombs before it unpacks them, and goes on', async () => {
    const archive = await pack([
      { name: 'ratio.bmp', content: Buffer.alloc(15 * 1024 * 1024) },
      { name: 'large.bmp', content: Buffer.alloc(30 * 1024 * 1024) },
      { name: 'good.jpg' },
    ]);
    expect(archive.length).toBeLessThan(100_000);
    expect(await read(archive)).toEqual([
      '1 ratio.bmp ZIP_ENTRY_REFUSED',
      '2 large.bmp ZIP_TOO_LARGE',
      '3 good.jpg good.jpg',
    ]);
  });

  it('stops unpacking an entry that has more bytes than it says', async () => {
    const archive = await pack([
      { name: 'bomb.bmp', content: Buffer.alloc(15 * 1024 * 1024) },
      { name: 'good.jpg' },
    ]);
    const central = archive.indexOf('PK\u0001\u0002', 0, 'latin1');
    archive.writeUInt32LE(1000, central + 24);
    expect(await read(archive)).toEqual(['1 bomb.bmp ZIP_DAMAGED', '2 good.jpg good.jpg']);
  });

  it('reports what is no picture, is empty or is encrypted, and goes on', async () => {
    const archive = await pack([
      { name: 'a.txt', content: Buffer.from('text') },
      { name: 'b.jpg', content: Buffer.alloc(0) },
      { name: 'c.jpg' },
      { name: 'd.zip', content: await pack([{ name: 'a.jpg' }]) },
    ]);
    const third = archive.indexOf('c.jpg', archive.indexOf('PK\u0001\u0002', 0, 'latin1')) - 46;
    archive.writeUInt16LE(archive.readUInt16LE(third + 8) | 1, third + 8);
    expect(await read(archive)).toEqual([
      '1 a.txt IMAGE_TYPE_UNSUPPORTED',
      '2 b.jpg IMAGE_EMPTY',
      '3 c.jpg ZIP_ENTRY_REFUSED',
      '4 d.zip IMAGE_TYPE_UNSUPPORTED',
    ]);
  });

  it('keeps what it read before an archive breaks off', async () => {
    const archive = await pack([{ name: 'a.jpg' }, { name: 'b.jpg' }, { name: 'c.jpg' }]);
    const second = archive.lastIndexOf('b.jpg') - 46;
    archive.write('XX', second);
    expect(await read(archive)).toEqual(['1 a.jpg a.jpg', '2  ZIP_DAMAGED']);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no archive', Buffer.from('text '.repeat(100))],
    ['the start of an archive', Buffer.from('PK\u0003\u0004'.padEnd(100))],
  ])('refuses %s', async (_, archive) => {
    await expect(read(archive)).rejects.toMatchObject({ code: 'ZIP_DAMAGED' });
  });

  it('refuses more entries than allowed', async () => {
    const archive = await pack([{ name: 'a.jpg' }]);
    const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    archive.writeUInt16LE(MAX_ENTRIES + 1, end + 8);
    archive.writeUInt16LE(MAX_ENTRIES + 1, end + 10);
    await expect(read(archive)).rejects.toMatchObject({ code: 'ZIP_TOO_LARGE' });
  });
});
