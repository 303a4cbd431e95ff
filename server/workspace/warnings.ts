import { saysItIsAnImage } from '../../models/text/alt-text';
import { neutralWording } from '../../models/text/neutral';
import type { HouseRules } from './house-rules';
import type { AltState, Warning } from './kinds';

interface Warned {
  readonly alt: string;
  readonly state: AltState;
  /** Of the file. */
  readonly name: string;
  readonly rules: HouseRules;
  /** Alt texts of the items before and after it. */
  readonly neighbours: readonly string[];
}

const FILE_EXTENSION = /\.(?:jpe?g|png|webp|avif|gif|tiff?|bmp|hei[cf]|svg)$/i;
const CAMERA_NAME =
  /^(?:img|dsc[fn]?|dscn|pxl|p|image|photo|picture|screenshot|wa)[-_ ]?\d[\d_-]*$/i;

/** What a reviewer should look at in an alt text; nothing of a decorative picture's. */
export function warningsOf({ alt, state, name, rules, neighbours }: Warned): Warning[] {
  if (state === 'decorative') return [];
  const present: Record<Warning, boolean> = {
    empty: alt === '',
    tooLong: characterCount(alt) > rules.maxLength,
    opening: saysItIsAnImage(alt),
    fileName: isFileName(alt, name),
    repeated: alt !== '' && neighbours.some((other) => sameText(other, alt)),
    prefix: !alt.startsWith(rules.prefix),
    forbidden: forbiddenIn(alt, rules.forbidden),
    gendered: rules.neutral && neutralWording(alt) !== alt,
  };
  return (Object.keys(present) as Warning[]).filter((warning) => present[warning]);
}

/** Whether two lists that this module made say the same. */
export function isSame(some: readonly Warning[], others: readonly Warning[]): boolean {
  return some.join() === others.join();
}

/** Whether the text has one of the words or phrases, in any case. */
export function forbiddenIn(text: string, forbidden: readonly string[]): boolean {
  const padded = ` ${spaced(text)} `;
  return forbidden.some((phrase) => {
    const words = spaced(phrase);
    return words !== '' && padded.includes(` ${words} `);
  });
}

/** Characters as people count them. */
export function characterCount(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

function isFileName(alt: string, name: string): boolean {
  const base = alt.replace(/\.$/, '');
  const stem = name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return FILE_EXTENSION.test(base) || CAMERA_NAME.test(base) || (stem !== '' && base === stem);
}

function sameText(one: string, other: string): boolean {
  return spaced(one) === spaced(other);
}

/** The words in lower case with one space between them. */
function spaced(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
