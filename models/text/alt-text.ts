import { z } from 'zod';
import { parseOptions } from '../options';
import { neutralWording } from './neutral';
import { asNounPhrase } from './noun-phrase';
import { shorten } from './shorten';

const altTextOptionsSchema = z.object({
  /** Longest alt text in characters, the full stop included. */
  maxLength: z.number().int().min(20).max(500).default(125),
  /** Whether words for people leave their gender open. */
  neutral: z.boolean().default(false),
  /** Whether the text says that it may be wrong. */
  hedged: z.boolean().default(false),
});

type AltTextOptions = z.input<typeof altTextOptionsSchema>;

/** How a hedged text begins. */
export const HEDGE = 'May show ';

const QUALITY =
  'black[ -]and[ -]white|colou?r|sepia|close[ -]?up|blurry|blurred|grainy|old|vintage|beautiful|group|' +
  'aerial|overhead|underwater|indoor|outdoor|stock|digital';
const IMAGE = '(?:image|picture|photo|photograph|snapshot)s?';
const AN_IMAGE = `(?:(?:an?|the|this|that|these) )?(?:(?:${QUALITY}) )*${IMAGE}`;

/** What a screen reader says itself. */
const IMAGE_OPENINGS = [
  `(?:(?:this|it|here) is )?${AN_IMAGE} (?:that )?(?:of|shows?|showing|depicts?|depicting|is of)`,
  `in ${AN_IMAGE},?(?: (?:we|you) (?:can )?see)?`,
  `(?:this|these) ${IMAGE} (?:is|are)`,
].map((pattern) => new RegExp(`^${pattern} `, 'i'));

/** The same, and what says nothing. */
const OPENINGS = [...IMAGE_OPENINGS, /^(?:there|this|these) (?:is|are) /i];

const PERSIAN_OPENING = /^(?:این )?(?:تصویر|عکس)(?:ی)? (?:از|که) /u;

/**
 * Turns a caption into alternative text as W3C's Web Accessibility Initiative advises: nothing that
 * a screen reader says itself ("image of"), sentence case, a full stop, and short. A text that is too
 * long ends before a phrase, never within a word that fits by itself. A hedged text begins with
 * "May show".
 * @param caption English in any case. Without a word that says something the alt text is empty.
 * @throws {NegarError} OPTION_INVALID when `maxLength` is outside [20, 500].
 */
export function altText(caption: string, options: AltTextOptions = {}): string {
  const { maxLength, neutral, hedged } = parseOptions(altTextOptionsSchema, options);
  const plain = withoutOpenings(caption.replace(/\s+/g, ' ').replace(/^ |[ .,;:!?…-]+$/g, ''));
  const worded = neutral ? neutralWording(plain) : plain;
  if (!hedged) return asSentence(shorten(worded, maxLength - 1));
  const phrase = asNounPhrase(worded.replace(new RegExp(`^${HEDGE}`, 'i'), ''));
  const short = shorten(phrase, maxLength - 1 - HEDGE.length);
  return short && asSentence(HEDGE + short.charAt(0).toLowerCase() + short.slice(1));
}

/** Whether a text begins with "image of" or the like, in English or Persian. */
export function saysItIsAnImage(text: string): boolean {
  return PERSIAN_OPENING.test(text) || IMAGE_OPENINGS.some((opening) => opening.test(text));
}

function withoutOpenings(text: string): string {
  const shorter = OPENINGS.reduce((rest, opening) => rest.replace(opening, ''), text);
  return shorter === text ? text : withoutOpenings(shorter);
}

function asSentence(text: string): string {
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
