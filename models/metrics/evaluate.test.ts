import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, skipAloud } from '../../training/data-folder';
import { type CaptionScores, evaluateCaptions } from './evaluate';

interface Golden {
  readonly expected_x100: Record<string, number>;
  readonly items: readonly { readonly hypothesis: string; readonly references: string[] }[];
}

describe('evaluateCaptions', () => {
  it('reports all scores times 100', () => {
    // The first caption is a copy, the second shares nothing; five words each. Of the n-grams one
    // half match, so every BLEU is 1/2. CIDEr-D is 10 for the copy. METEOR of one run of five matched
    // words in ten is 1/2 * (1 - 0.6 * (1/5)^0.2).
    const scores = evaluateCaptions([
      { hypothesis: 'b c d e f'.split(' '), references: ['b c d e f'.split(' ')] },
      { hypothesis: 'p q r s t'.split(' '), references: ['k l m n o'.split(' ')] },
    ]);
    const meteor = 50 * (1 - 0.6 * 0.2 ** 0.2);
    const bleu = { bleu1: 50, bleu2: 50, bleu3: 50, bleu4: 50 };
    const expected = { ...bleu, rougeL: 50, meteor, cider: 500 };
    expect(Object.keys(scores)).toEqual(Object.keys(expected));
    for (const [name, value] of Object.entries(expected)) {
      expect(scores[name as keyof CaptionScores]).toBeCloseTo(value, 9);
    }
  });

  it('agrees with an independent implementation on 200 photos, to 0.1', () => {
    const data = dataFolder();
    const file = data && join(data, '..', 'metrics-golden.json');
    if (!file || !existsSync(file)) return skipAloud('the comparison with golden caption scores');
    const golden: Golden = JSON.parse(readFileSync(file, 'utf8'));
    const scores = evaluateCaptions(
      golden.items.map(({ hypothesis, references }) => ({
        hypothesis: hypothesis.split(' '),
        references: references.map((reference) => reference.split(' ')),
      })),
    );
    const named: Record<string, number> = {
      'BLEU-1': scores.bleu1,
      'BLEU-2': scores.bleu2,
      'BLEU-3': scores.bleu3,
      'BLEU-4': scores.bleu4,
      'ROUGE-L': scores.rougeL,
      'CIDEr-D': scores.cider,
    };
    expect(Object.keys(golden.expected_x100).sort()).toEqual(Object.keys(named).sort());
    const wrong = Object.entries(golden.expected_x100).filter(
      ([name, expected]) => !(Math.abs(named[name] - expected) < 0.1),
    );
    expect(wrong).toEqual([]);
  });

  it('refuses an empty corpus', () => {
    expect(() => evaluateCaptions([])).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }));
  });
});
