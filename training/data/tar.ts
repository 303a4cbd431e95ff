import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { extract } from 'tar-stream';

/** Calls `visit` with the base name and content of each file of a tar archive, one after another. */
export async function forEachFile(
  archive: string,
  visit: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  for await (const entry of createReadStream(archive).pipe(extract())) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    if (entry.header.type === 'file')
      await visit(basename(entry.header.name), Buffer.concat(chunks));
  }
}
