import { readFileSync } from 'node:fs';

/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @type {import('knip').KnipConfig} */
export default {
  /** The programs that npm scripts start through tools/run.mjs. */
  entry: Object.values(scripts).flatMap((script) => /run\.mjs (\S+)/.exec(script)?.[1] ?? []),
  project: ['**/*.{ts,tsx,js,mjs,css}'],
  playwright: { config: 'playwright.config.ts', entry: 'e2e/**/*.spec.ts' },
  ignoreExportsUsedInFile: { interface: true, type: true },
};
