import { describe, expect, it } from 'vitest';
import { isLocal, readModelSettings, readServerSettings } from './env';

describe('server settings', () => {
  it('listens on this machine only unless told otherwise', () => {
    const settings = readServerSettings({});
    expect(settings).toMatchObject({ NEGAR_HOST: '127.0.0.1', PORT: 3000, NEGAR_QUEUE: 16 });
    expect(settings.NEGAR_PASSWORD).toBeUndefined();
    expect(isLocal(settings)).toBe(true);
  });

  it('counts an empty variable as not set', () => {
    expect(readServerSettings({ PORT: '', NEGAR_PASSWORD: '' }).PORT).toBe(3000);
  });

  it('opens to a network with a password, or when told to do without one', () => {
    const open = { NEGAR_HOST: '0.0.0.0' };
    expect(() => readServerSettings(open)).toThrow(/NEGAR_HOST=0\.0\.0\.0[^]*NEGAR_PASSWORD/);
    expect(isLocal(readServerSettings({ ...open, NEGAR_PASSWORD: 'a long one' }))).toBe(false);
    expect(readServerSettings({ ...open, NEGAR_OPEN_WITHOUT_PASSWORD: 'yes' })).toMatchObject(open);
    expect(() => readServerSettings({ ...open, NEGAR_OPEN_WITHOUT_PASSWORD: 'no' })).toThrow(
      /NEGAR_OPEN_WITHOUT_PASSWORD/,
    );
  });

  it('names each variable that is wrong', () => {
    const wrong = { PORT: '99999', NEGAR_PASSWORD: 'short', NEGAR_ORIGINS: 'not an origin' };
    const reading = () => readServerSettings(wrong);
    expect(reading).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }));
    for (const name of Object.keys(wrong)) expect(reading).toThrow(new RegExp(name));
  });

  it('reads a list of origins', () => {
    const { NEGAR_ORIGINS } = readServerSettings({
      NEGAR_ORIGINS: 'https://a.example/, http://b.example:8080',
    });
    expect(NEGAR_ORIGINS).toEqual(['https://a.example', 'http://b.example:8080']);
  });
});

describe('model settings', () => {
  it('are the shipped models unless told otherwise', () => {
    expect(readModelSettings({}).NEGAR_MODELS).toMatch(/public\/models$/);
    expect(readModelSettings({ NEGAR_ENCODER: 'folder' }).NEGAR_ENCODER).toBe('folder');
  });
});
