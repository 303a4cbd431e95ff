import type { io } from '@tensorflow/tfjs-core';
import { graphModelHandler } from './graph-model-handler';
import { sha256 } from './hash';
import type { EncoderManifest } from './manifest';
import { readArtefact } from './read';
import type { ArtefactSource } from './source';

/** An encoder that has been read and verified. */
export interface EncoderArtefact {
  readonly manifest: EncoderManifest;
  /** Yields the graph model, for `loadEncoder`. */
  readonly handler: io.IOHandler;
  /**
   * What a decoder pins: the SHA-256 of the encoder's weight files one after another, in the order in
   * which its `model.json` names them. With a single weight file it is that file's own hash.
   */
  readonly weightsSha256: string;
}

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID or ARTEFACT_DAMAGED. */
export async function readEncoder(source: ArtefactSource): Promise<EncoderArtefact> {
  const artefact = await readArtefact(source, 'encoder');
  const { manifest } = artefact;
  const { handler, weights } = graphModelHandler(artefact, manifest.model);
  return { manifest, handler, weightsSha256: await sha256(weights.data) };
}
