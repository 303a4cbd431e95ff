import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { NegarError } from '../models/errors';
import { useWasmBackend } from '../server/inference/backend';

/** What can compute a training step. */
export const BACKENDS = ['wasm', 'webgpu', 'node', 'node-gpu'] as const;
export type Backend = (typeof BACKENDS)[number];

/** Whether the backend runs on a graphics card, which one thread keeps busy. */
export function isOnGpu(backend: Backend): boolean {
  return backend === 'webgpu' || backend === 'node-gpu';
}

/**
 * Makes a backend that of this thread.
 * @returns what computes, for people to read.
 * @throws {NegarError} OPTION_INVALID when its package or a graphics card is missing.
 */
export async function startBackend(backend: Backend): Promise<string> {
  switch (backend) {
    case 'wasm':
      await useWasmBackend();
      return 'tfjs WASM';
    case 'webgpu':
      return `${await startWebGpu()}, tfjs WebGPU`;
    default:
      await importOptional(backend, `@tensorflow/tfjs-${backend}`, '4.22.0');
      await tf.setBackend('tensorflow');
      return `tfjs-${backend}`;
  }
}

/** @returns the names of the graphics card and its driver. */
async function startWebGpu(): Promise<string> {
  const { create, globals } = (await importOptional('webgpu', 'webgpu', '0.6.2')) as Dawn;
  const gpu = create(process.env.DAWN_FLAGS?.split(' ') ?? []);
  const adapter = await gpu.requestAdapter();
  if (!adapter) {
    throw new NegarError(
      'OPTION_INVALID',
      'The backend "webgpu" found no graphics card. On Linux it needs libvulkan.so.1 and a Vulkan ' +
        'driver; VK_DRIVER_FILES names one that the loader does not find by itself. Install them, ' +
        'or choose another backend.',
    );
  }
  Object.assign(globalThis, globals);
  if (!globalThis.navigator) Object.assign(globalThis, { navigator: {} });
  Object.assign(globalThis.navigator, { gpu });
  await import('@tensorflow/tfjs-backend-webgpu');
  await tf.setBackend('webgpu');
  const { device, description } = adapter.info;
  return [device, description].filter(Boolean).join(', ');
}

/** What is used of the package `webgpu`, which is Dawn for Node. */
interface Dawn {
  readonly globals: object;
  create(options: string[]): { requestAdapter(): Promise<Adapter | null> };
}
interface Adapter {
  readonly info: { readonly description: string; readonly device: string };
}

/** Imports a package that is too large, or downloads too much, to be a dependency. */
async function importOptional(backend: Backend, name: string, version: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new NegarError(
      'OPTION_INVALID',
      `The backend "${backend}" needs the package ${name}, which is not installed. Install it with ` +
        `\`npm install --no-save --loglevel=error ${name}@${version}\`, again after each \`npm ci\`, ` +
        'or choose another backend.',
      { cause: error },
    );
  }
}

/** Bytes that WebGPU may keep for tensors to come. */
const SPARE_BYTES = 2 ** 31;

/**
 * Gives memory back that WebGPU keeps for tensors of the same size, if it is much. Hardly two
 * batches have the same sizes, so it would keep more and more.
 */
export function trimMemory(limit = SPARE_BYTES): void {
  if (tf.getBackend() !== 'webgpu') return;
  const { bufferManager } = tf.backend() as WebGPUBackend;
  if (bufferManager.numBytesAllocated - bufferManager.numBytesUsed < limit) return;
  const { freeBuffers } = bufferManager as unknown as {
    freeBuffers: Map<string, { size: number; usage: number }[]>;
  };
  for (const spare of freeBuffers.values()) {
    for (const { size, usage } of spare.slice()) {
      bufferManager.releaseBuffer(bufferManager.acquireBuffer(size, usage), false);
    }
  }
}
