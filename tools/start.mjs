/**
 * Installs and builds what is missing, then serves the pages on http://127.0.0.1:3000. The
 * environment variables HOST and PORT choose another address.
 */
import { build, next, productionEnv } from './build.mjs';
import { runNode } from './process.mjs';
import { setUp } from './setup.mjs';

await setUp();
const { HOST = '127.0.0.1', PORT = '3000' } = process.env;
process.exitCode =
  (await build()) ||
  (await runNode([next, 'start', '--hostname', HOST, '--port', PORT], { env: productionEnv }));
