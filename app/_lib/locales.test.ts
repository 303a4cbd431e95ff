import { expect, it } from 'vitest';
import { localPath, withoutLocale } from './locales';

it('finds the address of a place in each language, and back', () => {
  const addresses = [
    ['/', '/', '/fa'],
    ['/workspace', '/workspace', '/fa/workspace'],
    ['/workspace/jobs', '/workspace/jobs', '/fa/workspace/jobs'],
  ];
  for (const [path, english, persian] of addresses) {
    expect(localPath('en', path)).toBe(english);
    expect(localPath('fa', path)).toBe(persian);
    expect(withoutLocale(english)).toBe(path);
    expect(withoutLocale(persian)).toBe(path);
  }
  expect(withoutLocale('/famous')).toBe('/famous');
});
