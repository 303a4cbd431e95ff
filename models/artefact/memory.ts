import { memoryWeightSpecs } from '../memory/network';
import type { MemoryManifest } from './manifest';
import { readWeights } from './parts';
import { readArtefact } from './read';
import type { ArtefactSource } from './source';
import type { NamedWeight } from './weights';

/** Networks that have been read and verified. */
export interface MemoryArtefact {
  readonly manifest: MemoryManifest;
  /** The weights of each network, named as the network needs them. */
  readonly weights: readonly (readonly NamedWeight[])[];
}

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export async function readMemory(source: ArtefactSource): Promise<MemoryArtefact> {
  const artefact = await readArtefact(source, 'memory');
  const { manifest } = artefact;
  const specs = manifest.networks.flatMap(({ config }, i) =>
    memoryWeightSpecs(config).map((spec) => ({ ...spec, name: `${i}/${spec.name}` })),
  );
  const all = readWeights(artefact, manifest.weights, specs);
  return {
    manifest,
    weights: manifest.networks.map((_, i) =>
      all
        .filter(({ name }) => name.startsWith(`${i}/`))
        .map((weight) => ({ ...weight, name: weight.name.slice(`${i}/`.length) })),
    ),
  };
}
