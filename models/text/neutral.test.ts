import { describe, expect, it } from 'vitest';
import { dataFolder, skipAloud } from '../../training/data-folder';
import { readSplit } from '../../training/data/flickr8k';
import { neutralWording } from './neutral';
import { detokenize } from './tokenizer';

function check(cases: readonly (readonly [text: string, neutral: string])[]): void {
  it.each(cases)('makes of "%s" "%s", and leaves that alone', (text, neutral) => {
    expect(neutralWording(text)).toBe(neutral);
    expect(neutralWording(neutral)).toBe(neutral);
  });
}

describe('nouns', () => {
  check([
    ['a man in a hat', 'a person in a hat'],
    ['two women walk', 'two people walk'],
    ['the boys and a lady', 'the children and a person'],
    ['a little girl runs', 'a little child runs'],
    ['a guy beside a gentleman', 'a person beside another person'],
    ['a fireman and a policeman', 'a firefighter and a police officer'],
    ['cowboys ride', 'cowhands ride'],
    ['a businesswoman talks', 'a businessperson talks'],
    ['a bride with her bridesmaids', 'a newlywed with their wedding attendants'],
    ['a mother and her son', 'a parent and their child'],
    ['three teenage girls', 'three teenagers'],
    ['a baby boy', 'a baby'],
    ['an adult man', 'an adult'],
    ['a bride and groom kiss', 'a newlywed couple kiss'],
  ]);
});

describe('words that only look gendered', () => {
  it.each([
    'a snowman beside a manhole',
    'a german shepherd and a doberman',
    'many romans with a menu',
    'spiderman meets superman',
    'a ladybug on the mane of a horse',
    'here and there, then this',
    'two dogs groom each other',
    'a person and a person',
    '',
    ' ... ',
  ])('stay in "%s"', (text) => {
    expect(neutralWording(text)).toBe(text);
  });

  check([
    ['a man-made pond', 'a human-made pond'],
    ['a man made structure', 'a human made structure'],
    ['a man made of snow', 'a person made of snow'],
    ['a two-man tent', 'a two-person tent'],
    ['a cowboy in a cowboy hat', 'a cowhand in a western hat'],
  ]);
});

describe('articles', () => {
  check([
    ['a fisherman', 'an angler'],
    ['an actress', 'an actor'],
    ['an uncle', 'a relative'],
    ['a female athlete', 'an athlete'],
    ['an old man', 'an old person'],
    ['a male unicyclist', 'a unicyclist'],
    ['a woman artist', 'an artist'],
  ]);
});

describe('possession', () => {
  check([
    ["a man's hat", "a person's hat"],
    ["the women's hats", "the people's hats"],
    ["the boys' hats", "the children's hats"],
    ["the cowboys' horses", "the cowhands' horses"],
    ['the man’s hat', 'the person’s hat'],
    ["a women's volleyball team", 'a volleyball team'],
  ]);
});

describe('male and female', () => {
  check([
    ['a male in a hat', 'a person in a hat'],
    ['a female is jumping', 'a person is jumping'],
    ['two females wearing red', 'two people wearing red'],
    ['a male singer', 'a singer'],
    ['male and female cheerleaders', 'cheerleaders'],
    ['a male and a female', 'two people'],
    ['Female athletes run', 'Athletes run'],
  ]);
});

describe('pronouns', () => {
  check([
    ['a man and his dog', 'a person and their dog'],
    ['a woman holds her dog', 'a person holds their dog'],
    ['a dog looking at her', 'a dog looking at it'],
    ['a woman with a dog looking at her', 'a person with a dog looking at them'],
    ['a boy watches her with a smile', 'a child watches them with a smile'],
    ['a man behind her holding a bag', 'a person behind them holding a bag'],
    ['a girl ties her running shoes', 'a child ties their running shoes'],
    ['a girl with her 2 cats', 'a child with their 2 cats'],
    ['a friend of his', 'a friend of theirs'],
    ['the hat is hers', 'the hat is theirs'],
    ['a man looks at himself', 'a person looks at themselves'],
    ['a child with his or her toy', 'a child with their toy'],
  ]);
});

describe('verbs after "they"', () => {
  check([
    ['he is tall and has a hat', 'they are tall and have a hat'],
    ['she runs', 'they run'],
    ['she quickly catches and throws the ball', 'they quickly catch and throw the ball'],
    ['he tries, flies and passes', 'they try, flies and pass'],
    ["she's happy", "they're happy"],
    ["he isn't sure", "they aren't sure"],
    ['he eats while a dog sits and looks', 'they eat while a dog sits and looks'],
    ['she has cats and dogs', 'they have cats and dogs'],
    ['he was there', 'they were there'],
    ['he will jump', 'they will jump'],
    ['a man is running', 'a person is running'],
    ['he or she sleeps', 'they sleep'],
  ]);
});

describe('animals', () => {
  check([
    ['a dog shakes his head', 'a dog shakes its head'],
    ['a dog barks as he runs', 'a dog barks as it runs'],
    ['a cat licks herself', 'a cat licks itself'],
    ['a man with a dog on his arm', 'a person with a dog on their arm'],
  ]);
});

describe('several people', () => {
  check([
    ['a man and a woman are walking', 'two people are walking'],
    ['a man and woman', 'two people'],
    ['the man and the woman', 'the two people'],
    ['a boy and a girl', 'two children'],
    ['boys and girls', 'children'],
    ['a group of men and women', 'a group of people'],
    ['two girls and a boy play', 'three children play'],
    ['two men and three women', 'five people'],
    ['a young man and woman', 'two young people'],
    ['a young man and an old woman', 'a young person and an old person'],
    ['a little girl and a boy', 'a little child and another child'],
    ['her mother and father', 'their parents'],
    ['a man or a woman', 'a person'],
    ['a man rides behind a woman', 'a person rides behind another person'],
    [
      'a dog watches a man and a woman is asleep',
      'a dog watches a person and another person is asleep',
    ],
    ['ten men and five women', 'ten people and five people'],
  ]);
});

describe('case and spacing', () => {
  check([
    ['A man and a woman.', 'Two people.'],
    ['Man in a hat.  He runs!', 'Person in a hat.  They run!'],
    ['A Man Runs', 'A Person Runs'],
    ['GIRLS PLAY', 'CHILDREN PLAY'],
    ['(a man)\n"his dog"', '(a person)\n"their dog"'],
  ]);
});

describe('captions of photos', () => {
  const gendered =
    /\b(?:(?:wo|fire|police|cow)?m[ae]n|(?:cow)?(?:boy|girl)s?|lad(?:y|ies)|guys?|s?he|his|hers?|him|himself|herself|(?:fe)?males?|(?:mo|fa|bro)thers?|sisters?|sons?|daughters?|wife|husband)\b/;

  it('lose every gendered word, and change only once', async () => {
    if (!dataFolder()) return skipAloud('neutral wording of Flickr8k captions');
    const captions = (await readSplit('dev')).flatMap((photo) => photo.captions.map(detokenize));
    expect(captions.filter((caption) => gendered.test(caption)).length).toBeGreaterThan(2000);
    const neutral = captions.map(neutralWording);
    expect(neutral.filter((caption) => gendered.test(caption))).toEqual([]);
    expect(neutral.map(neutralWording)).toEqual(neutral);
  });
});
