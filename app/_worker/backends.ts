import * as tf from '@tensorflow/tfjs-core';
import { NegarError } from '../../models/errors';
import type { Backend } from '../_lib/private/protocol';

/** What draws without a GPU, and is slower than WASM. */
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/**
 * Makes a backend the one that computes in this worker, and checks that it computes right.
 * @throws {NegarError} INTERNAL when this browser does not have it, or only in software, or when its
 *   numbers are wrong.
 */
export async function startBackend(backend: Backend): Promise<void> {
  const name = await REGISTER[backend]();
  if (!(await tf.setBackend(name))) throw unusable(backend, 'it does not start');
  await checkNumbers(backend);
}

/** Loads what a backend needs. @returns tfjs' name of it. */
const REGISTER: Record<Backend, () => Promise<string>> = {
  async webgpu() {
    const adapter = await navigator.gpu?.requestAdapter();
    if (!adapter || adapter.info.isFallbackAdapter) throw unusable('webgpu', 'there is no GPU');
    await import('@tensorflow/tfjs-backend-webgpu');
    return 'webgpu';
  },

  async webgl() {
    const context = new OffscreenCanvas(1, 1).getContext('webgl2');
    const names = context?.getExtension('WEBGL_debug_renderer_info');
    const renderer: unknown = names && context?.getParameter(names.UNMASKED_RENDERER_WEBGL);
    if (!context || SOFTWARE.test(String(renderer))) throw unusable('webgl', 'there is no GPU');
    await import('@tensorflow/tfjs-backend-webgl');
    return 'webgl';
  },

  async 'wasm-threads'() {
    if (!crossOriginIsolated) throw unusable('wasm-threads', 'the page is not isolated');
    return registerWasm({ threads: true });
  },

  wasm: () => registerWasm({ threads: false }),
};

async function registerWasm({ threads }: { threads: boolean }): Promise<string> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  setWasmPaths({
    'tfjs-backend-wasm.wasm': new URL(
      '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm',
      import.meta.url,
    ).href,
    'tfjs-backend-wasm-simd.wasm': new URL(
      '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
      import.meta.url,
    ).href,
    'tfjs-backend-wasm-threaded-simd.wasm': new URL(
      '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm',
      import.meta.url,
    ).href,
  });
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', threads);
  runThreadsFromFile();
  return 'wasm';
}

/**
 * The backend starts its threads from a blob that holds a function's source, which is lost in
 * bundling, and which the content security policy forbids. They start from a file instead.
 */
function runThreadsFromFile(): void {
  const file = new URL('../../dist/wasm-thread.js', import.meta.url);
  self.Worker = class extends Worker {
    constructor() {
      super(file);
    }
  };
}

/** Sum of the first 64 cubes, which half precision cannot hold: (64 * 65 / 2)^2. */
const SUM_OF_CUBES = 4_326_400;

async function checkNumbers(backend: Backend): Promise<void> {
  const result = tf.tidy(() => {
    const numbers = tf.range(1, 65);
    const sum = tf.matMul(tf.reshape(numbers, [1, 64]), tf.reshape(tf.square(numbers), [64, 1]));
    return tf.tanh(tf.div(sum, SUM_OF_CUBES));
  });
  const [found] = await result.data();
  result.dispose();
  if (Math.abs(found - Math.tanh(1)) < 1e-5) return;
  throw unusable(backend, `it computes ${found} instead of ${Math.tanh(1)}`);
}

function unusable(backend: Backend, why: string): NegarError {
  return new NegarError('INTERNAL', `The backend ${backend} cannot be used here: ${why}.`);
}
