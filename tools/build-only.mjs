/** `npm run build`: installs and builds what is missing, as `npm start` does before it serves. */
import { build } from './build.mjs';
import { setUp } from './setup.mjs';

await setUp();
process.exitCode = await build();
