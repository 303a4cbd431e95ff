/**
 * Installs and builds what is missing, then serves on http://127.0.0.1:3000. `server/env.ts` lists
 * the environment variables that choose otherwise.
 */
import { build, productionEnv, server } from './build.mjs';
import { runNode } from './process.mjs';
import { setUp } from './setup.mjs';

await setUp();
process.exitCode = (await build()) || (await runNode([server], { env: productionEnv }));
