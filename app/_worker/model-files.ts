import { type FileEntry, type Manifest, MANIFEST_PATH } from '../../models/artefact/manifest';
import { readManifest } from '../../models/artefact/read';
import type { ArtefactSource } from '../../models/artefact/source';
import { KeptFiles } from './kept-files';

/** The model's files, all of them at hand. */
export interface ModelFiles {
  readonly encoder: ArtefactSource;
  readonly decoder: ArtefactSource;
}

/** Held while files are fetched and kept, so that two tabs do not fetch the same. */
const LOCK = 'negar-models';

/**
 * Reads the model that the project ships from what the browser keeps, and downloads what is missing.
 * @param onProgress is told the bytes that are there, and all there will be.
 * @throws {NegarError} MODEL_NOT_READY when something does not arrive; ARTEFACT_DAMAGED,
 *   ARTEFACT_INVALID.
 */
export function fetchModel(
  onProgress: (loaded: number, total: number) => void,
): Promise<ModelFiles> {
  return navigator.locks.request(LOCK, async () => {
    const kept = await KeptFiles.open();
    const encoder = new Folder('/models/encoder', kept);
    const { id, files } = await readManifest(encoder, 'encoder');
    const decoder = new Folder(`/models/captioner-${id}`, kept);
    const { files: decoderFiles } = await readManifest(decoder, 'captioner');

    const total = [...files, ...decoderFiles].reduce((sum, { bytes }) => sum + bytes, 0);
    let loaded = 0;
    const onBytes = (bytes: number) => onProgress((loaded += bytes), total);
    onBytes(0);
    await Promise.all([encoder.fetchAll(files, onBytes), decoder.fetchAll(decoderFiles, onBytes)]);
    // The encoder's manifest comes last: where it is kept, everything is.
    await decoder.keepManifest();
    await encoder.keepManifest();
    await kept.keepOnly([...encoder.addresses, ...decoder.addresses]);
    return { encoder, decoder };
  });
}

/**
 * Reads one artefact from what the browser keeps, and downloads what is missing.
 * @param name its folder on the server, such as `/models/tagger-ud-ewt`.
 * @throws {NegarError} as {@link fetchModel}.
 */
export function fetchArtefact(
  name: string,
  kind: Manifest['kind'],
  onProgress: (loaded: number, total: number) => void,
): Promise<ArtefactSource> {
  return navigator.locks.request(LOCK, async () => {
    const folder = new Folder(name, await KeptFiles.open());
    const { files } = await readManifest(folder, kind);
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    let loaded = 0;
    await folder.fetchAll(files, (bytes) => onProgress((loaded += bytes), total));
    await folder.keepManifest();
    return folder;
  });
}

/** A folder of the server, whose files are kept in this browser and, once fetched, in memory. */
class Folder implements ArtefactSource {
  readonly addresses: string[] = [];
  private readonly contents = new Map<string, Uint8Array<ArrayBuffer>>();

  constructor(
    readonly name: string,
    private readonly kept: KeptFiles,
  ) {}

  readonly read = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    const content = this.contents.get(path) ?? (await this.kept.latest(`${this.name}/${path}`));
    this.contents.set(path, content);
    return content;
  };

  async fetchAll(files: readonly FileEntry[], onBytes: (bytes: number) => void): Promise<void> {
    await Promise.all(
      files.map(async (entry) => {
        const address = `${this.name}/${entry.path}?sha256=${entry.sha256}`;
        this.addresses.push(address);
        this.contents.set(entry.path, await this.kept.file(address, entry, onBytes));
      }),
    );
  }

  async keepManifest(): Promise<void> {
    const address = `${this.name}/${MANIFEST_PATH}`;
    this.addresses.push(address);
    await this.kept.keep(address, await this.read(MANIFEST_PATH));
  }
}
