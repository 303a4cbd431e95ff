import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { useFastSlices } from './wasm-slices';

/**
 * Makes WASM (SIMD) the tfjs backend of this thread. The backend registers process-wide handlers for
 * uncaught errors, so call it in workers, the command line and training programs only.
 */
export async function useWasmBackend(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(dirname(entry) + sep);
  useFastSlices();
  await tf.setBackend('wasm');
  await tf.ready();
}
