import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Writes the script of a thread of tfjs' WASM backend from the backend's own parts, which are made
 * for a blob: the program, and what runs it in a Web Worker.
 * @param {string} folder gets `wasm-thread.js`.
 */
export async function writeWasmThread(folder) {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@tensorflow/tfjs-backend-wasm');
  const parts = join(dirname(entry), '../wasm-out/tfjs-backend-wasm-threaded-simd');
  const program = await readFile(`${parts}.js`, 'utf8');
  const { wasmWorkerContents } = require(`${parts}.worker.js`);
  // The backend escapes line breaks, too.
  const runner = wasmWorkerContents.replaceAll('\n', '\\n');
  // The program is here already, so what would import it need not.
  const script = `${program}\nself.importScripts = () => {};\n${runner}`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'wasm-thread.js'), script);
}
