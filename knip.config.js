import { readFileSync } from 'node:fs';

/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    /** The programs that npm scripts start through tools/run.mjs. */
    ...Object.values(scripts).flatMap((script) => /run\.mjs (\S+)/.exec(script)?.[1] ?? []),
    /** What tools/build.mjs bundles. */
    'server/main.ts',
    'server/work-on-jobs.ts',
    'server/inference/worker.ts',
    'server/metadata/worker.ts',
    'app/_worker/service-worker.ts',
    /** What tests load into a server. */
    'e2e/{kill-worker,slow-words,collect-garbage,test-names}.mjs',
    /** Programs of training on a graphics card, and what packs them. */
    'training/gpu/{check,throughput}.ts',
    'training/gpu/{bundle,worker-entry}.mjs',
  ],
  project: ['**/*.{ts,tsx,js,mjs,css}'],
  playwright: { config: 'playwright.config.ts', entry: 'e2e/**/*.spec.ts' },
  /** `next/font` takes their files by path. */
  ignoreDependencies: [/^@fontsource/],
  ignoreExportsUsedInFile: { interface: true, type: true },
};
