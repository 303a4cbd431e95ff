import { describe, expect, it } from 'vitest';
import { dataFolder, skipAloud } from '../../training/data-folder';
import { readSplit } from '../../training/data/flickr8k';
import { altText } from './alt-text';
import { detokenize } from './tokenizer';

const LONG =
  'a man in a blue shirt is standing on a ladder and cleaning a large window of a tall building ' +
  'while two people in suits walk by and look up at him';

describe('altText', () => {
  it.each([
    ['a dog runs', 'A dog runs.'],
    ['A dog runs.', 'A dog runs.'],
    ['  a  dog\n runs !? ', 'A dog runs.'],
    ['a dog in front of a', 'A dog.'],
    ['سگی می‌دود', 'سگی می‌دود.'],
    ['', ''],
    [' . ', ''],
    ['of the', ''],
  ])('writes "%s" as a sentence', (caption, expected) => {
    expect(altText(caption)).toBe(expected);
  });

  it.each([
    'an image of a dog',
    'Image of a dog.',
    'a picture of a dog',
    'photo of a dog',
    'the photograph of a dog',
    'this image shows a dog',
    'this is a picture of a dog',
    'a black and white photo of a dog',
    'A close-up photo showing a dog',
    'in this picture we can see a dog',
    'In this image, a dog',
    'an image of a picture of a dog',
    'this image is of a dog',
    'This picture is a dog',
    'there is a dog',
    'this is a dog',
  ])('does not begin like "%s"', (caption) => {
    expect(altText(caption)).toBe('A dog.');
    expect(altText(caption, { hedged: true })).toBe('May show a dog.');
  });

  it('keeps pictures that are in the picture', () => {
    expect(altText('a man takes a picture of a dog')).toBe('A man takes a picture of a dog.');
    expect(altText('the picture is on a wall')).toBe('The picture is on a wall.');
    expect(altText('a man with a picture of a dog')).toBe('A man with a picture of a dog.');
    expect(altText('a drawing of a dog')).toBe('A drawing of a dog.');
  });

  it('has at most 125 characters unless told otherwise', () => {
    expect(altText(LONG)).toBe(
      'A man in a blue shirt is standing on a ladder and cleaning a large window of a tall building ' +
        'while two people in suits walk.',
    );
    expect(altText(LONG, { maxLength: 500 })).toBe(`A${LONG.slice(1)}.`);
    expect(altText(LONG, { maxLength: 20 })).toBe('A man.');
  });

  it('counts the full stop and the hedge', () => {
    expect(altText('a dog runs in snow', { maxLength: 20 })).toBe('A dog runs in snow.');
    expect(altText('a dog runs in snowy', { maxLength: 20 })).toBe('A dog runs in snowy.');
    expect(altText('a dog runs in winter', { maxLength: 20 })).toBe('A dog runs.');
    expect(altText('a dog in snow', { maxLength: 23, hedged: true })).toBe(
      'May show a dog in snow.',
    );
    expect(altText('a dog in snow', { maxLength: 22, hedged: true })).toBe('May show a dog.');
  });

  it.each([
    ['a dog runs', 'May show a dog running.'],
    ['A dog is asleep.', 'May show a dog asleep.'],
    ['May show a dog.', 'May show a dog.'],
    ['', ''],
  ])('hedges "%s"', (caption, expected) => {
    expect(altText(caption, { hedged: true })).toBe(expected);
  });

  it('hides the gender of people on request', () => {
    const caption = 'a man and a woman walk with her dog';
    expect(altText(caption, { neutral: true })).toBe('Two people walk with their dog.');
    expect(altText(caption, { neutral: true, hedged: true })).toBe(
      'May show two people walking with their dog.',
    );
  });

  it.each([19, 501, 20.5, NaN])('refuses a maxLength of %s', (maxLength) => {
    expect(() => altText('a dog', { maxLength })).toThrow(
      expect.objectContaining({ code: 'OPTION_INVALID' }),
    );
  });
});

describe('alt texts of captions of photos', () => {
  const looseEnd =
    /\b(?:a|an|the|and|or|but|of|with|at|to|from|for|into|is|are|was|were|has|his|its|their|while|as|who|that|which|because|near)\.$/;
  const settings = [20, 45, 80, 125].flatMap((maxLength) =>
    [true, false].flatMap((hedged) =>
      [true, false].map((neutral) => ({ maxLength, hedged, neutral })),
    ),
  );

  it('keep the rules, and change only once', async () => {
    if (!dataFolder()) return skipAloud('alt texts of Flickr8k captions');
    const photos = (await readSplit('dev')).slice(0, 300);
    const captions = photos.map((photo) => detokenize(photo.captions[0]));
    for (const options of settings) {
      const texts = captions.map((caption) => altText(caption, options));
      const wrong = texts.filter(
        (text) =>
          text.length > options.maxLength ||
          looseEnd.test(text) ||
          !/^[A-Z0-9].*[^ .]\.$/.test(text) ||
          text.startsWith('May show ') !== options.hedged,
      );
      expect(wrong).toEqual([]);
      expect(texts.map((text) => altText(text, options))).toEqual(texts);
    }
  });

  it('consist of whole words of the caption', async () => {
    if (!dataFolder()) return skipAloud('the words of alt texts of Flickr8k captions');
    const captions = (await readSplit('dev')).map((photo) => detokenize(photo.captions[1]));
    const added = captions.filter((caption) => {
      const text = altText(caption, { maxLength: 40 }).slice(0, -1).toLowerCase();
      return !` ${caption} `.includes(` ${text} `);
    });
    expect(added).toEqual([]);
  });
});
