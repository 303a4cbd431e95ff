import { beforeAll, describe, expect, it } from 'vitest';
import { plant, runTool } from '../plant';

/** A file that breaks one rule, and what the linter says about it. */
const refused: [rule: string, file: string, source: string, message: RegExp][] = [
  [
    'models/ imports no package but its own four',
    'models/captioner/package.ts',
    `import 'react';`,
    /models\/ imports only/,
  ],
  [
    'models/ imports nothing of Node',
    'models/captioner/node.ts',
    `export const fs = await import('node:fs');`,
    /models\/ imports only/,
  ],
  [
    'models/ reads no tensor synchronously (dataSync)',
    'models/captioner/data-sync.ts',
    `export const read = (tensor: { dataSync(): unknown }) => tensor.dataSync();`,
    /dataSync/,
  ],
  [
    'models/ reads no tensor synchronously (arraySync)',
    'models/training/array-sync.ts',
    `export const read = ({ arraySync }: { arraySync(): unknown }) => arraySync();`,
    /arraySync/,
  ],
  [
    'the rest of models/ imports no training code',
    'models/captioner/training.ts',
    `import '../training/adam';`,
    /never reach/,
  ],
  [
    'the rest of models/ imports no test helper',
    'models/root.ts',
    `import './testing/tiny';`,
    /never reach/,
  ],
  [
    'server/ imports nothing of app/',
    'server/image/app.ts',
    `export type { Page } from '../../app/page';`,
    /server\/ imports/,
  ],
  [
    'a test in server/ imports nothing of app/',
    'server/image/app.test.ts',
    `import '../../app/page';`,
    /Only app\//,
  ],
  [
    'server/ imports no training code',
    'server/image/training.ts',
    `import '../../models/training/adam';`,
    /never reach/,
  ],
  [
    'server/ imports no test helper',
    'server/image/testing.ts',
    `import '../../models/testing/tiny';`,
    /never reach/,
  ],
  [
    'training/ imports nothing of app/',
    'training/caption/app.ts',
    `import '../../app/page';`,
    /Only app\//,
  ],
  ['cli/ imports nothing of app/', 'cli/app.ts', `import '../app/page';`, /Only app\//],
  [
    'cli/ imports nothing of server/ but env, image and inference',
    'cli/server.ts',
    `import '../server/router';`,
    /Programs import/,
  ],
  [
    'training/ imports nothing of server/ but image and inference',
    'training/caption/server.ts',
    `import '../../server/router';`,
    /Programs import/,
  ],
  [
    'app/ takes no value from server/',
    'app/server.tsx',
    `export { router } from '../server/router';`,
    /only types from server/,
  ],
  [
    'app/ takes no value from models/',
    'app/_components/models.tsx',
    `export const captioner = await import('../../models/captioner/captioner');`,
    /only types from models/,
  ],
  [
    'app/_worker takes no value from server/',
    'app/_worker/server.ts',
    `import '../../server/router';`,
    /only types from server/,
  ],
  [
    'app/_worker imports no training code',
    'app/_worker/training.ts',
    `import '../../models/training/adam';`,
    /never reach/,
  ],
  [
    'app/api takes no value from models/',
    'app/api/models.ts',
    `import '../../models/captioner/captioner';`,
    /only types from models/,
  ],
  [
    'imports form no cycle',
    'server/ring.ts',
    `import { type Ring } from './ring-back'; export const ring: Ring = 1;`,
    /cycle/,
  ],
  [
    'imports form no cycle, seen from the other side',
    'server/ring-back.ts',
    `import { ring } from './ring'; export type Ring = 1; export const back = ring;`,
    /cycle/,
  ],
  [
    'nothing is declared any',
    'server/any.ts',
    `export const loose = (value: any) => value.anything;`,
    /any/,
  ],
  [
    'nothing is any without having been declared so',
    'server/implicit-any.ts',
    `export const parsed: number = JSON.parse('1');`,
    /Unsafe assignment of an any value/,
  ],
  [
    'no promise is left alone',
    'server/promise.ts',
    `Promise.reject(new Error('unseen'));`,
    /must be awaited/,
  ],
  [
    'nothing is required past the import rules',
    'server/require.ts',
    `export const page = require('../app/page');`,
    /import style|require/i,
  ],
];

/** A file beside it that breaks none. */
const allowed: [rule: string, file: string, source: string][] = [
  [
    'models/ may import tfjs and its neighbours',
    'models/captioner/tfjs.ts',
    `import '@tensorflow/tfjs-core'; import '../image';`,
  ],
  [
    'training code may import training code',
    'models/training/step.ts',
    `import '../training/adam';`,
  ],
  [
    'tests in models/ may import what they need',
    'models/captioner/free.test.ts',
    `import 'node:fs'; import '../testing/tiny'; import '../../training/data-folder';`,
  ],
  [
    'server/ may import models/',
    'server/image/models.ts',
    `import '../../models/captioner/captioner';`,
  ],
  [
    'programs may decode and infer with server/',
    'cli/image.ts',
    `import '../server/image/decode'; import '../server/inference/backend';`,
  ],
  [
    'app/ may take types',
    'app/types.tsx',
    `export type { A } from '../server/a'; import { type B } from '../models/b'; export type C = B;`,
  ],
  [
    'app/_worker may take values from models/',
    'app/_worker/models.ts',
    `import '../../models/captioner/captioner';`,
  ],
  [
    'app/api may take values from server/',
    'app/api/trpc/[trpc]/route.ts',
    `import '../../../../server/router';`,
  ],
];

describe('the lint rules', () => {
  let diagnostics: { filename: string; message: string; help?: string }[];

  beforeAll(async () => {
    const sources = [...refused, ...allowed].map(([, file, source]) => [file, source]);
    const folder = await plant(['.oxlintrc.json'], Object.fromEntries(sources));
    const { stdout } = await runTool('oxlint/bin/oxlint', ['--format', 'json'], folder);
    diagnostics = JSON.parse(stdout).diagnostics;
  });

  const messages = (file: string) =>
    diagnostics
      .filter(({ filename }) => filename === file)
      .map(({ message, help = '' }) => `${message} ${help}`);

  it.each(refused)('%s', (_, file, __, message) => {
    expect(messages(file)).toContainEqual(expect.stringMatching(message));
  });

  it.each(allowed)('%s', (_, file) => {
    expect(messages(file)).toEqual([]);
  });
});
