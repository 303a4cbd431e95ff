import { describe, expect, it } from 'vitest';
import { asNounPhrase } from './noun-phrase';

describe('asNounPhrase', () => {
  it.each([
    ['a dog runs through the grass', 'a dog running through the grass'],
    ['a dog is running', 'a dog running'],
    ['a dog is quickly running', 'a dog quickly running'],
    ['a dog is on a beach', 'a dog on a beach'],
    ['a man is dressed in red', 'a man dressed in red'],
    ['a dog is wet', 'a dog that is wet'],
    ['a dog has a ball', 'a dog with a ball'],
    ['a dog has jumped', 'a dog having jumped'],
    ['a dog runs and jumps', 'a dog running and jumping'],
    ['a dog sits and is barking', 'a dog sitting and barking'],
    ['a boy runs and a girl jumps', 'a boy running and a girl jumping'],
    ['two dogs play and run in snow', 'two dogs playing and running in snow'],
    ['a group of people walk', 'a group of people walking'],
    ['a man skis', 'a man skiing'],
    ['a man who is tall stands', 'a man who is tall standing'],
    ['a man jumps while another watches', 'a man jumping while another watches'],
  ])('makes of "%s" "%s"', (clause, phrase) => {
    expect(asNounPhrase(clause)).toBe(phrase);
    expect(asNounPhrase(phrase)).toBe(phrase);
  });

  it.each([
    'a dog running through the grass',
    'a man on two skis',
    'people in the stands',
    'a boy at play',
    'waves and rocks',
    'a dog that does not bark',
    'beach',
    '',
  ])('leaves the phrase "%s" alone', (phrase) => {
    expect(asNounPhrase(phrase)).toBe(phrase);
  });
});
