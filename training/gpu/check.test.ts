import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startBackend } from '../backend';

/** SwiftShader computes what a graphics card would, on the processor; Debian's Chromium has it. */
const CHROMIUM = '/usr/lib/chromium';
const SWIFTSHADER = `${CHROMIUM}/vk_swiftshader_icd.json`;

interface Report {
  readonly device: string;
  readonly decoders: { errors: Record<string, number>; same: Record<string, number> }[];
  readonly memory: Record<string, number>;
}

/** Runs the check in a process of its own, since a driver can take its process down. */
async function check(...args: string[]): Promise<Report> {
  const program = fileURLToPath(new URL('./check.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', program, ...args],
    {
      env: {
        ...process.env,
        VK_DRIVER_FILES: SWIFTSHADER,
        LD_LIBRARY_PATH: CHROMIUM,
        XDG_RUNTIME_DIR: tmpdir(),
      },
    },
  );
  return JSON.parse(stdout) as Report;
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

describe('WebGPU', () => {
  it(
    'computes what WASM computes, and leaves no memory behind',
    { timeout: 900_000 },
    async (context) => {
      if (!isInstalled('webgpu'))
        context.skip('the package webgpu is not installed: see training/gpu/README.md');
      if (!existsSync(SWIFTSHADER)) context.skip(`there is no ${SWIFTSHADER}: install chromium`);
      const { device, decoders, memory } = await check('--backend', 'webgpu');
      expect(device).toContain('swiftshader');
      expect(decoders).toHaveLength(2);
      for (const { errors, same } of decoders) {
        for (const error of Object.values(errors)) expect(error).toBeLessThan(1e-5);
        expect(same).toEqual({ captions: 1, samples: 1 });
      }
      expect(memory).toEqual({ tensors: 0, bytes: 0, spareBytes: 0 });
    },
  );
});

describe('a backend that is not installed', () => {
  it('is refused with the command that installs it', async (context) => {
    if (isInstalled('@tensorflow/tfjs-node')) context.skip('tfjs-node is installed');
    await expect(startBackend('node')).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      message: expect.stringContaining(
        'npm install --no-save --loglevel=error @tensorflow/tfjs-node@4.22.0',
      ),
    });
  });
});
