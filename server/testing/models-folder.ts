import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEncoder } from '../../models/artefact/encoder';
import { encodeWeights } from '../../models/artefact/weights';
import { tinyCaptionerFields, toJson, withManifest } from '../../models/testing/tiny-artefact';
import { tinyConfig, tinyWeights } from '../../models/testing/tiny-decoder';
import { weightView } from '../../models/training/weight-vector';
import { folderSource } from '../inference/sources';

const shipped = (name: string) =>
  fileURLToPath(new URL(`../../public/models/${name}`, import.meta.url));
const ENCODER = shipped('encoder');
const TEXT_MODELS = ['topic-ag-news', 'tagger-ud-ewt', 'translator-en'];

/** As large as a shipped decoder, so that its steps take about as long. */
const CONFIG = tinyConfig({
  vocabularySize: 2000,
  embeddingSize: 256,
  hiddenSize: 384,
  attentionSize: 256,
  featureSize: 1280,
  gridCells: 49,
});

/**
 * Writes a folder of models to a new temporary folder: the shipped encoder, the shipped models
 * of texts, and a decoder with seeded random weights, which seldom ends a caption before its greatest
 * length.
 * @returns the folder, for `NEGAR_MODELS`.
 */
export async function createModelsFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'negar-models-'));
  for (const name of ['encoder', ...TEXT_MODELS]) {
    await symlink(shipped(name), join(folder, name));
  }
  const { manifest, weightsSha256 } = await readEncoder(folderSource(ENCODER));
  const decoder = join(folder, `captioner-${manifest.id}`);
  await mkdir(decoder);
  const files = await randomCaptioner({ id: manifest.id, sha256: weightsSha256 });
  for (const [path, content] of Object.entries(files)) {
    await writeFile(join(decoder, path), content);
  }
  return folder;
}

async function randomCaptioner(encoder: { id: string; sha256: string }) {
  const { layout, vector } = tinyWeights(CONFIG);
  const weights = layout.specs.map(({ name, shape }, i) => ({
    name,
    shape,
    values: weightView(layout, vector, i),
  }));
  const { specs, data } = encodeWeights(weights, 'float16');
  const special = ['<pad>', '<start>', '<end>', '<unk>'];
  const words = Array.from({ length: CONFIG.vocabularySize - special.length }, (_, i) => `w${i}`);
  const folder = {
    'decoder.json': toJson([{ paths: ['decoder.bin'], weights: specs }]),
    'decoder.bin': data,
    'vocabulary.json': toJson([...special, ...words]),
  };
  return withManifest(folder, {
    ...tinyCaptionerFields(encoder.sha256),
    id: `captioner-${encoder.id}`,
    decoder: CONFIG,
    encoder,
  });
}
