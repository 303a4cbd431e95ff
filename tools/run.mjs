/**
 * Runs a TypeScript program of the project: `node tools/run.mjs cli/caption.ts photo.jpg`. Sets the
 * project up first; standard output belongs to the program. File names are relative to the folder
 * that npm was called in.
 */
import { join } from 'node:path';
import { root, runNode } from './process.mjs';
import { setUp } from './setup.mjs';

const [program, ...args] = process.argv.slice(2);
await setUp();
process.exitCode = await runNode(
  ['--import', import.meta.resolve('tsx'), join(root, program), ...args],
  { cwd: process.env.INIT_CWD ?? process.cwd() },
);
