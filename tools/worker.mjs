/**
 * Installs and builds what is missing, then works on the jobs of the PostgreSQL that `DATABASE_URL`
 * names, beside any number of other workers and servers.
 */
import { build, productionEnv, worker } from './build.mjs';
import { runNode } from './process.mjs';
import { setUp } from './setup.mjs';

await setUp();
process.exitCode = (await build()) || (await runNode([worker], { env: productionEnv }));
