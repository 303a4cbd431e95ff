/**
 * Bundles the training programs for a machine without network and packages:
 * `node training/gpu/bundle.mjs <folder>`. What cannot be bundled is copied beside them.
 */
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../tools/process.mjs';

/** Packages with binaries or workers of their own, and what those import. */
const PACKAGES = [
  'piscina',
  'sharp',
  'detect-libc',
  'semver',
  '@img/colour',
  '@img/sharp-linux-x64',
  '@img/sharp-libvips-linux-x64',
];

/** The parts of packages of which the rest is bundled, or of other platforms. */
const PARTS = [
  'webgpu/package.json',
  'webgpu/index.js',
  'webgpu/dist/linux-x64',
  '@tensorflow/tfjs-backend-wasm/package.json',
  '@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.node.js',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm',
];

/** What bundled CommonJS modules expect to find. */
const COMMON_JS = `
import { createRequire as requireOf } from 'node:module';
const require = requireOf(import.meta.url);
const __dirname = import.meta.dirname;
const __filename = import.meta.filename;`;

const [folder] = process.argv.slice(2);
await build({
  absWorkingDir: root,
  entryPoints: [
    'training/caption/train.ts',
    'training/caption/worker.ts',
    'training/caption/extract-worker.ts',
    'training/gpu/check.ts',
    'training/gpu/throughput.ts',
    'training/gpu/worker-entry.mjs',
  ],
  outdir: folder,
  entryNames: '[name]',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  external: ['piscina', 'sharp'],
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: { js: COMMON_JS },
  logLevel: 'warning',
});
for (const path of [...PACKAGES, ...PARTS].map((name) => join('node_modules', name))) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await cp(join(root, path), join(folder, path), { recursive: true, dereference: true });
}
