import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text';

describe('plainText', () => {
  it.each([
    ['dog.jpg', 'dog.jpg'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    [' two\r\n lines\u2028and\u0000 more ', 'two lines and more'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['\u2066isolated\u2069', 'isolated'],
    ['می‌دود\u200f', 'می‌دود\u200f'],
    ['half \ud83d', 'half'],
    ['\u0007', ''],
  ])('turns %j into %j', (text, clean) => {
    expect(plainText(text, 100)).toBe(clean);
  });

  it('cuts between characters', () => {
    expect(plainText('a'.repeat(1000), 10)).toBe('a'.repeat(10));
    expect(plainText('aaa🐕', 4)).toBe('aaa');
  });
});
