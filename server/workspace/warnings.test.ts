import { describe, expect, it } from 'vitest';
import { draftOf } from './draft';
import { DEFAULT_RULES, type HouseRules, houseRulesSchema } from './house-rules';
import { characterCount, warningsOf } from './warnings';

interface Given {
  readonly name?: string;
  readonly rules?: Partial<HouseRules>;
  readonly neighbours?: readonly string[];
}

function warned(alt: string, { name = 'a.jpg', rules, neighbours = [] }: Given = {}) {
  const all = { ...DEFAULT_RULES, ...rules };
  return warningsOf({ alt, state: 'edited', name, rules: all, neighbours });
}

describe('warnings', () => {
  it.each([
    ['Image of a dog.', ['opening']],
    ['a black and white photo of a dog', ['opening']],
    ['تصویر یک سگ', []],
    ['عکسی از یک سگ', ['opening']],
    ['A man takes a picture of a dog.', []],
    ['', ['empty']],
    ['IMG_2041', ['fileName']],
    ['DSC-0001.', ['fileName']],
    ['holiday.JPEG', ['fileName']],
    ['A dog.', []],
    [`${'a'.repeat(124)}.`, []],
    [`${'a'.repeat(125)}.`, ['tooLong']],
  ])('of "%s" are %j', (alt, expected) => {
    expect(warned(alt)).toEqual(expected);
  });

  it('say that a text is the name of its file, or what a neighbour says', () => {
    expect(warned('beach-day', { name: 'trip/beach-day.png' })).toEqual(['fileName']);
    expect(warned('A dog.', { neighbours: ['a  DOG', 'A cat.'] })).toEqual(['repeated']);
    expect(warned('A dog.', { neighbours: ['A dog runs.', ''] })).toEqual([]);
    expect(warned('', { neighbours: [''] })).toEqual(['empty']);
  });

  it('follow the house rules', () => {
    const rules = houseRulesSchema.parse({
      prefix: 'Photo:',
      forbidden: ['guy', 'old man', '.*', 'سگ'],
      neutral: true,
      maxLength: 20,
    });
    expect(warned('Photo: A dog.', { rules })).toEqual([]);
    expect(warned('A GUY.', { rules })).toEqual(['prefix', 'forbidden', 'gendered']);
    expect(warned('Photo: An old, man', { rules })).toEqual(['forbidden', 'gendered']);
    expect(warned('Photo: a guyot', { rules })).toEqual([]);
    expect(warned('Photo: سگ', { rules })).toEqual(['forbidden']);
    expect(warned('Photo: A long sentence.', { rules })).toEqual(['tooLong']);
  });

  it('are none for a decorative picture', () => {
    const given = { alt: '', name: 'a', rules: DEFAULT_RULES, neighbours: [] };
    expect(warningsOf({ ...given, state: 'decorative' })).toEqual([]);
  });

  it('count characters as people do', () => {
    expect(characterCount('👩‍👧 é')).toBe(3);
  });
});

describe('drafts', () => {
  const written = (...texts: string[]) => ({
    candidates: texts.map((text, index) => ({ text, confidence: 0.4 - index / 10 })),
    hedged: false,
  });

  it('are worded by the house rules', () => {
    const rules = { ...DEFAULT_RULES, prefix: 'Photo:', neutral: true, maxLength: 45 };
    const draft = draftOf(
      written('a man is standing on a ladder and cleaning a large window'),
      rules,
    );
    expect(draft).toMatch(/^Photo: A person is standing/);
    expect(draft.length).toBeLessThanOrEqual(45);
    expect(warned(draft, { rules })).toEqual([]);
  });

  it('take the first candidate without a forbidden word, or the first', () => {
    const rules = { ...DEFAULT_RULES, forbidden: ['dog'] };
    expect(draftOf(written('a dog', 'a puppy'), rules)).toBe('A puppy.');
    expect(draftOf(written('a dog', 'a big dog'), rules)).toBe('A dog.');
  });

  it('say so where the model is unsure', () => {
    expect(draftOf({ ...written('a dog'), hedged: true }, DEFAULT_RULES)).toBe('May show a dog.');
  });
});
