import { rm } from 'node:fs/promises';
import { createModelsFolder } from '../server/testing/models-folder';
import { build } from '../tools/build.mjs';

/** Builds what is tested, and gives the servers a model with random weights. */
export default async function setUp(): Promise<() => Promise<void>> {
  if ((await build()) !== 0) throw new Error('The build failed.');
  const models = await createModelsFolder();
  process.env.NEGAR_E2E_MODELS = models;
  return () => rm(models, { recursive: true });
}
