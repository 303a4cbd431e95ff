import type { AltState } from '../workspace/kinds';
import type { HtmlText } from './html-text';
import type { ImgTag } from './img-tags';
import type { Found, FoundBy, IndexedPicture, PictureIndex } from './picture-index';
import { ofUrl } from './reference';

/**
 * Which alt attributes may be written: only where there is none, also empty ones, or every one. An
 * empty one says in HTML that the picture is decorative, so it is not taken for a missing one.
 */
export const PATCH_SCOPES = ['missing', 'empty', 'all'] as const;
export type PatchScope = (typeof PATCH_SCOPES)[number];

export interface PatchOptions {
  readonly scope: PatchScope;
  /** Alt texts in other states are not written. */
  readonly states: readonly AltState[];
}

/** Why an `<img>` was left as it was. */
export const LEFT_REASONS = [
  /** None of its addresses is a picture of the collection. */
  'unknown',
  /** Several pictures with different alt texts may be meant. */
  'ambiguous',
  /** The alt text is in a state that is not to be written. */
  'state',
  /** It has an empty alt attribute: it is decorative. */
  'decorative',
  /** It has another alt text already. */
  'present',
  /** It has this alt text already. */
  'same',
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

/**
 * The alt text for an `<img>`, or why it stays as it is.
 * @param base what relative addresses start from.
 */
export function chooseAlt<P extends IndexedPicture>(
  tag: ImgTag,
  html: HtmlText,
  base: string | undefined,
  pictures: PictureIndex<P>,
  { scope, states }: PatchOptions,
): { readonly alt: string; readonly by: FoundBy } | LeftReason {
  const present = tag.alt === undefined ? undefined : html.read(tag.alt);
  const found = findPicture(tag, html, base, pictures);
  const picture = typeof found === 'object' ? found.picture : undefined;
  const alt = picture?.state === 'decorative' ? '' : picture?.alt;
  if (alt !== undefined && alt === present) return 'same';
  if (present?.trim() === '' && scope === 'missing') return 'decorative';
  if (present?.trim() && scope !== 'all') return 'present';
  if (typeof found !== 'object') return found ?? 'unknown';
  const { by } = found;
  const { state } = found.picture;
  if (alt === undefined || !states.includes(state)) return 'state';
  return alt === '' && state !== 'decorative' ? 'state' : { alt, by };
}

function findPicture<P extends IndexedPicture>(
  { addresses }: ImgTag,
  html: HtmlText,
  base: string | undefined,
  pictures: PictureIndex<P>,
): Found<P> {
  const found = addresses.map((address) => pictures.find(ofUrl(html.read(address), base)));
  return found.find((result) => typeof result === 'object') ?? found.find(Boolean);
}
