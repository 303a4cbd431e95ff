import { describe, expect, it } from 'vitest';
import { participle, PLAIN_THIRD_PERSONS, pluralForm } from './verbs';

describe('participle', () => {
  it.each([
    ['play', 'playing'],
    ['ride', 'riding'],
    ['see', 'seeing'],
    ['lie', 'lying'],
    ['run', 'running'],
    ['squat', 'squatting'],
    ['begin', 'beginning'],
    ['look', 'looking'],
    ['row', 'rowing'],
    ['open', 'opening'],
    ['carry', 'carrying'],
    ['ski', 'skiing'],
  ])('of "%s" is "%s"', (base, expected) => {
    expect(participle(base)).toBe(expected);
  });
});

describe('pluralForm', () => {
  it.each([
    ['is', 'are'],
    ['was', 'were'],
    ['has', 'have'],
    ['does', 'do'],
    ['runs', 'run'],
    ['goes', 'go'],
    ['catches', 'catch'],
    ['passes', 'pass'],
    ['poses', 'pose'],
    ['carries', 'carry'],
    ['flies', 'fly'],
    ['lies', 'lie'],
    ['walked', 'walked'],
    ['will', 'will'],
    ['as', 'as'],
  ])('of "%s" is "%s"', (verb, expected) => {
    expect(pluralForm(verb)).toBe(expected);
  });

  it('finds the base of every verb that captions use', () => {
    const wrong = [...PLAIN_THIRD_PERSONS].filter(([third, base]) => pluralForm(third) !== base);
    expect(wrong).toEqual([]);
  });
});
