import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dataFolder, requireDataFolder, skipAloud } from './data-folder';

const here = fileURLToPath(new URL('.', import.meta.url));

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('the data folder', () => {
  it('is the one that NEGAR_DATA names', () => {
    vi.stubEnv('NEGAR_DATA', here);
    expect(dataFolder()).toBe(resolve(here));
    expect(requireDataFolder()).toBe(dataFolder());
  });

  it('is missing where there is none, and a program then says how to get it', () => {
    vi.stubEnv('NEGAR_DATA', join(here, 'nowhere'));
    expect(dataFolder()).toBeNull();
    expect(requireDataFolder).toThrow(expect.objectContaining({ code: 'FILE_NOT_FOUND' }));
    expect(requireDataFolder).toThrow(/nowhere.*NEGAR_DATA/);
  });

  it('lies beside the project unless NEGAR_DATA says otherwise', () => {
    vi.stubEnv('NEGAR_DATA', '');
    expect([join(here, '../../shared/data'), null]).toContain(dataFolder());
  });

  it('is asked for when a test is skipped', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    skipAloud('parity');
    expect(warn).toHaveBeenCalledWith(
      'SKIPPED: parity, because its data is missing; set NEGAR_DATA to the data folder.',
    );
  });
});
