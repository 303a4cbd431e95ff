import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtefactSource } from '../../models/artefact/source';

/** An artefact in a folder of this machine. */
export function folderSource(folder: string): ArtefactSource {
  return {
    name: folder,
    read: async (path) => new Uint8Array(await readFile(join(folder, path))),
  };
}

/** An artefact on a web server. @param address of its folder. */
export function webSource(address: string): ArtefactSource {
  const folder = address.endsWith('/') ? address : `${address}/`;
  return {
    name: address,
    async read(path) {
      const response = await fetch(new URL(path, folder));
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
