import { describe, expect, it } from 'vitest';
import { NegarError } from '../errors';
import { type Folder, memorySource, toJson } from '../testing/tiny-artefact';
import { tinyEncoderFolder } from '../testing/tiny-encoder';
import type { FileEntry } from './manifest';
import { readArtefact } from './read';

const folder = await tinyEncoderFolder();
const without = (path: string): Folder =>
  Object.fromEntries(Object.entries(folder).filter(([name]) => name !== path));
const read = (changed: Folder) => readArtefact(memorySource(changed), 'encoder');

/** What reading a changed folder fails with. */
async function failure(changed: Folder): Promise<NegarError> {
  return read(changed).then(
    () => expect.unreachable('it was read'),
    (error: NegarError) => error,
  );
}

describe('readArtefact', () => {
  it('reads every listed file', async () => {
    const artefact = await read(folder);
    expect(artefact.manifest.id).toBe('tiny-encoder');
    for (const path of ['model.json', 'a.bin', 'b.bin']) {
      expect(artefact.file(path)).toBe(folder[path]);
    }
  });

  it('tells the handler what it expects of each file', async () => {
    const asked = new Map<string, FileEntry | undefined>();
    const { manifest } = await readArtefact(
      {
        name: 'models/tiny',
        read: async (path, expected) => {
          asked.set(path, expected);
          return folder[path];
        },
      },
      'encoder',
    );
    expect(asked.get('manifest.json')).toBeUndefined();
    expect(manifest.files.map(({ path }) => asked.get(path))).toEqual(manifest.files);
  });

  it.each(['manifest.json', 'model.json', 'b.bin'])('names %s when it is missing', async (path) => {
    const error = await failure(without(path));
    expect(error.code).toBe('ARTEFACT_MISSING');
    expect(error.message).toContain(`"${path}" of the model "models/tiny"`);
  });

  it.each(['model.json', 'a.bin', 'b.bin'])('notices one flipped bit in %s', async (path) => {
    const flipped = folder[path].slice();
    flipped[flipped.length - 1] ^= 1;
    const error = await failure({ ...folder, [path]: flipped });
    expect(error.code).toBe('ARTEFACT_DAMAGED');
    expect(error.message).toContain(`"${path}" of the model "models/tiny" is damaged: its sha256`);
  });

  it('notices a truncated file', async () => {
    const error = await failure({ ...folder, 'b.bin': folder['b.bin'].slice(0, -1) });
    expect(error.code).toBe('ARTEFACT_DAMAGED');
    expect(error.message).toContain(
      '"b.bin" of the model "models/tiny" is damaged: it has 4 bytes',
    );
  });

  it.each([
    ['is not JSON', Uint8Array.of(0x7b), '"manifest.json" is not JSON'],
    ['is a list', toJson([]), '"manifest.json" does not have the expected form'],
    ['lacks a kind', toJson({ format: 'negar-artefact/1' }), 'kind'],
  ])('refuses a manifest that %s', async (_what, manifest, message) => {
    const error = await failure({ ...folder, 'manifest.json': manifest });
    expect(error.code).toBe('ARTEFACT_INVALID');
    expect(error.message).toContain(message);
    expect(error.message).toContain('models/tiny');
  });

  it('refuses an artefact of another kind', async () => {
    await expect(readArtefact(memorySource(folder), 'captioner')).rejects.toMatchObject({
      code: 'ARTEFACT_INVALID',
      message: expect.stringContaining('its kind is "encoder", but "captioner" is needed'),
    });
  });

  it('refuses to give out a file that was not verified', async () => {
    const artefact = await read({ ...folder, 'extra.bin': Uint8Array.of(1) });
    expect(() => artefact.file('extra.bin')).toThrowError(
      expect.objectContaining({ code: 'ARTEFACT_INVALID' }),
    );
  });

  it('passes on what a handler says in the project’s own terms', async () => {
    const cancelled = new NegarError('CANCELLED', 'The work was cancelled by the caller.');
    const source = { name: 'models/tiny', read: () => Promise.reject(cancelled) };
    await expect(readArtefact(source, 'encoder')).rejects.toBe(cancelled);
  });
});
