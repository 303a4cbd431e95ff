import { describe, expect, it } from 'vitest';
import { NEUTRAL_NOUNS } from '../text/gendered-words';
import { genderOf, measureGender } from './gender';

const words = (text: string) => text.split(' ');
const item = (hypothesis: string, ...references: string[]) => ({
  hypothesis: words(hypothesis),
  references: references.map(words),
});

describe('genderOf', () => {
  it.each([
    ['a man rides a bike', 'man'],
    ['two boys and their father', 'man'],
    ['a dog licks his nose', 'man'],
    ['a woman rides a bike', 'woman'],
    ['a girl with her dog', 'woman'],
    ['a policewoman on a horse', 'woman'],
    ['a man and a woman', 'both'],
    ['a boy kisses her', 'both'],
    ['two people on a beach', 'neither'],
    ['a dog runs', 'neither'],
  ])('hears of "%s": %s', (caption, gender) => {
    expect(genderOf(words(caption))).toBe(gender);
  });

  it('knows the gender of every gendered noun of the neutral wording', () => {
    const named = (gender: string) =>
      [...NEUTRAL_NOUNS.keys()].filter((word) => genderOf([word]) === gender);
    expect(named('neither')).toEqual([]);
    const women = /(wom[ae]n|girl|lady|ladies|mother|mom|mum|daughter|sister|wife|maid|ess(es)?$)/;
    expect(named('man').filter((word) => women.test(word))).toEqual([]);
    const men = /((?<!wo)m[ae]n|boys?|father|dad|son|uncle|nephew|husband|brother)$/;
    expect(named('woman').filter((word) => men.test(word))).toEqual([]);
  });
});

describe('measureGender', () => {
  const men = ['a man', 'a boy', 'a person'];
  const women = ['a woman', 'her dog', 'the lady'];
  const people = ['a person', 'a child', 'a man'];

  it('counts captions by what most references say', () => {
    const report = measureGender([
      item('a man', ...men),
      item('a woman', ...men),
      item('a dog', ...men),
      item('a boy', ...women),
      item('two people', ...people),
      item('a man and a woman', ...people),
      item('a girl', ...people),
      item('a man', 'a man', 'a woman'),
    ]);
    expect(report.counts).toEqual({
      man: { man: 1, woman: 1, both: 0, neither: 1 },
      woman: { man: 1, woman: 0, both: 0, neither: 0 },
      both: { man: 0, woman: 0, both: 0, neither: 0 },
      neither: { man: 0, woman: 1, both: 1, neither: 1 },
      divided: { man: 1, woman: 0, both: 0, neither: 0 },
    });
    // Of three captions that name one gender of a man or a woman, two name the wrong one.
    expect(report.wrongShare).toBeCloseTo(2 / 3, 12);
    expect(report.wrongOfMen).toBe(1 / 2);
    expect(report.wrongOfWomen).toBe(1);
    expect(report.assumedShare).toBeCloseTo(2 / 3, 12);
  });

  it('is 0 where nobody names a gender', () => {
    expect(measureGender([item('a dog', 'a dog')])).toMatchObject({
      wrongShare: 0,
      wrongOfWomen: 0,
      wrongOfMen: 0,
      assumedShare: 0,
    });
  });

  it('refuses captions without references', () => {
    expect(() => measureGender([item('a dog')])).toThrow(/no references/);
  });
});
