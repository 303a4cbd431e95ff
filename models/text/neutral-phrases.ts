/** Phrases of which the gendered word is only a part, and what they become; pronouns remain one. */
const PHRASES: readonly [pattern: RegExp, replacement: string][] = [
  [/\b(?:s\/he|he\/she|he or she|she or he)\b/gi, 'he'],
  [/\b(?:his\/her|his or her|her or his)\b/gi, 'his'],
  [/\b(?:him\/her|him or her|her or him)\b/gi, 'him'],
  [/\b(adult) (?:man|woman|male|female)\b/gi, '$1'],
  [/\b(adult) (?:men|women|males|females)\b/gi, '$1s'],
  [/\bbaby (?:boys|girls)\b/gi, 'babies'],
  [/\b(toddler|infant) (?:boy|girl)(s?)\b/gi, '$1$2'],
  [/\bbaby (?:boy|girl)\b/gi, 'baby'],
  [/\b(teen)(?:age|aged)? (?:boy|girl)(s?)\b/gi, '$1ager$2'],
  [
    /\bcow(?:boy|girl)s?(?:['’]s?)? (hats?|boots?|outfits?|costumes?|attire|cloth(?:es|ing)|gear|style)\b/gi,
    'western $1',
  ],
  [/\bman([ -]?)made\b(?! (?:of|from|up|out|a|an|the|his|to|by|it)\b)/gi, 'human$1made'],
  [
    /\b(?:bride and (?:the |her |a )?groom|groom and (?:the |his |a )?bride)\b/gi,
    'newlywed couple',
  ],
  [/(?<!\bto )\bgroom\b(?! (?:a|an|the|each|his|her|their|its)\b)/gi, 'newlywed'],
  [/\b(?:husband and (?:his )?wife|wife and (?:her )?husband)\b/gi, 'couple'],
];

/** Replaces gendered phrases that the replacement of single words would make wrong. */
export function neutralPhrases(text: string): string {
  return PHRASES.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text,
  );
}
