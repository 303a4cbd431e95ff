import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  backend_util,
  getKernel,
  type KernelFunc,
  registerKernel,
  slice_util,
  type TensorInfo,
  unregisterKernel,
  util,
} from '@tensorflow/tfjs-core';

/**
 * Replaces the kernels of WASM that cut tensors. Those of tfjs copy the whole tensor for each part,
 * so that splitting it into the steps of a sequence takes time that grows with their number squared;
 * these copy each part alone.
 */
export function useFastSlices(): void {
  const slowSlice = getKernel('Slice', 'wasm').kernelFunc;
  const slice: KernelFunc = (kernel) => {
    const x = kernel.inputs.x as TensorInfo;
    if (x.dtype !== 'float32' && x.dtype !== 'int32') return slowSlice(kernel);
    const { begin, size } = kernel.attrs as unknown as SliceAttributes;
    const [start, sizes] = slice_util.parseSliceParams(x as never, begin, size);
    return copyPart(kernel.backend as BackendWasm, x, start, sizes);
  };
  const split: KernelFunc = (kernel) => {
    const x = kernel.inputs.x as TensorInfo;
    const attributes = kernel.attrs as unknown as SplitAttributes;
    const [axis] = util.parseAxisParam(attributes.axis, x.shape);
    const begin = x.shape.map(() => 0);
    const parts = backend_util.prepareSplitSize(x as never, attributes.numOrSizeSplits, axis);
    return parts.map((part) => {
      const size = x.shape.with(axis, part);
      const result = slice({ ...kernel, attrs: { begin: [...begin], size } });
      begin[axis] += part;
      return result as TensorInfo;
    });
  };
  replace('Slice', slice);
  replace('SplitV', split);
}

interface SliceAttributes {
  readonly begin: number[];
  readonly size: number[];
}

interface SplitAttributes {
  readonly axis: number;
  readonly numOrSizeSplits: number[] | number;
}

function replace(kernelName: string, kernelFunc: KernelFunc): void {
  unregisterKernel(kernelName, 'wasm');
  registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
}

/** Copies a part of a tensor of four-byte values, one run of neighbours after another. */
function copyPart(
  backend: BackendWasm,
  x: TensorInfo,
  start: readonly number[],
  size: number[],
): TensorInfo {
  const out = backend.makeOutput(size, x.dtype);
  const target = backend.typedArrayFromHeap(out);
  const source = backend.typedArrayFromHeap(x);
  const heap = new Int32Array(source.buffer);
  const strides = [...util.computeStrides(x.shape), 1];
  // A run of neighbours spans the axes that are taken whole and the one before them.
  let axis = size.length - 1;
  while (axis > 0 && size[axis] === x.shape[axis]) axis--;
  const run = util.sizeFromShape(size.slice(axis));
  let to = target.byteOffset / 4;
  const copy = (depth: number, place: number): void => {
    const from = place + start[depth] * strides[depth];
    if (depth === axis) {
      heap.copyWithin(to, from, from + run);
      to += run;
    } else {
      for (let i = 0; i < size[depth]; i++) copy(depth + 1, from + i * strides[depth]);
    }
  };
  copy(0, source.byteOffset / 4);
  return out;
}
