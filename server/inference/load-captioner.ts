import { join } from 'node:path';
import type { CaptionerManifest } from '../../models/artefact/manifest';
import { readManifest } from '../../models/artefact/read';
import type { ArtefactSource } from '../../models/artefact/source';
import type { Captioner } from '../../models/captioner/captioner';
import { loadCaptioner } from '../../models/captioner/load';
import type { ModelSettings } from '../env';
import { folderSource, webSource } from './sources';

/** A captioner and what its artefact says about it. */
export interface LoadedCaptioner {
  readonly captioner: Captioner;
  readonly manifest: CaptionerManifest;
}

/**
 * Loads the captioner that this machine is set to use: the encoder in the folder of the models or,
 * where NEGAR_ENCODER names the folder or the address of an encoder's artefact, that one; and the
 * decoder in the folder of the models that was trained on it, `captioner-<id of the encoder>` unless
 * NEGAR_DECODER names another.
 * @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED, ENCODER_MISMATCH.
 */
export async function loadConfiguredCaptioner({
  NEGAR_MODELS: models,
  NEGAR_ENCODER: chosen,
  NEGAR_DECODER: name,
}: ModelSettings): Promise<LoadedCaptioner> {
  const encoder = encoderSource(chosen ?? join(models, 'encoder'));
  const { id } = await readManifest(encoder, 'encoder');
  const decoder = folderSource(join(models, name ?? `captioner-${id}`));
  const captioner = await loadCaptioner(encoder, decoder);
  return { captioner, manifest: await readManifest(decoder, 'captioner') };
}

function encoderSource(place: string): ArtefactSource {
  return /^https?:\/\//.test(place) ? webSource(place) : folderSource(place);
}
