import { describe, expect, it } from 'vitest';
import { fromCell, toCell } from './formula';

const FORMULAE = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '-', '='];

describe('toCell', () => {
  it.each(FORMULAE)('keeps a spreadsheet from calculating %j', (text) => {
    expect(toCell(text)).toBe(`'${text}`);
  });

  it.each(['', 'A dog.', "'", "'tis a dog", 'a=b', ' =1', 'سگ'])('leaves %j as it is', (text) => {
    expect(toCell(text)).toBe(text);
  });
});

describe('fromCell', () => {
  it('gives back every text, also one that looks like an escaped formula', () => {
    const texts = FORMULAE.flatMap((text) => [text, `'${text}`, `''${text}`, `'a${text}`]);
    for (const text of [...texts, '', "'", "''", "'a", 'A dog.']) {
      expect(fromCell(toCell(text))).toBe(text);
    }
  });

  it('leaves a formula that somebody typed into the file as it is', () => {
    expect(fromCell('-5 degrees')).toBe('-5 degrees');
  });
});
