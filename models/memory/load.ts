import { readMemory } from '../artefact/memory';
import type { ArtefactSource } from '../artefact/source';
import { weightTensors } from '../artefact/weights';
import type { Weights } from '../recurrent/cell';
import type { MemoryConfig } from './config';

/** A network of the study. */
export interface MemoryNetwork {
  readonly config: MemoryConfig;
  readonly isTrained: boolean;
  readonly weights: Weights;
}

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export async function loadMemory(source: ArtefactSource): Promise<MemoryNetwork[]> {
  const { manifest, weights } = await readMemory(source);
  return manifest.networks.map(({ config, isTrained }, i) => ({
    config,
    isTrained,
    weights: weightTensors([...weights[i]]),
  }));
}
