import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readManifest } from '../../models/artefact/read';
import type { ArtefactSource } from '../../models/artefact/source';
import type { Captioner } from '../../models/captioner/captioner';
import { loadCaptioner } from '../../models/captioner/load';
import { folderSource, webSource } from './sources';

const SHIPPED_MODELS = fileURLToPath(new URL('../../public/models', import.meta.url));

/**
 * Loads the captioner that this machine is set to use: of the shipped artefacts, or of those in the
 * folder that NEGAR_MODELS names, the encoder or, where NEGAR_ENCODER names the folder or the address
 * of an encoder's artefact, that one; and the decoder that was trained on it,
 * `captioner-<id of the encoder>`.
 * @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED, ENCODER_MISMATCH.
 */
export async function loadConfiguredCaptioner(): Promise<Captioner> {
  const models = process.env.NEGAR_MODELS || SHIPPED_MODELS;
  const encoder = encoderSource(process.env.NEGAR_ENCODER || join(models, 'encoder'));
  const { id } = await readManifest(encoder, 'encoder');
  return loadCaptioner(encoder, folderSource(join(models, `captioner-${id}`)));
}

function encoderSource(place: string): ArtefactSource {
  return /^https?:\/\//.test(place) ? webSource(place) : folderSource(place);
}
