import type { AltState, Item, ItemDetail } from '../data/kinds';

/** What a reviewer does to an alt text. */
export type Change =
  | { readonly kind: 'accept' }
  | { readonly kind: 'choose'; readonly candidate: number }
  | { readonly kind: 'edit'; readonly text: string; readonly approve: boolean }
  | { readonly kind: 'decorative' }
  | { readonly kind: 'undo' };

/** How an alt text reads and what holds of it. */
export interface Wording {
  readonly state: AltState;
  readonly alt: string;
}

/**
 * What a change makes of an alt text, before the server has answered; undefined where only the server
 * knows.
 * @param before what the last change replaced, for undoing it.
 */
export function outcomeOf(
  change: Change,
  item: Wording,
  candidates: ItemDetail['candidates'] | undefined,
  before: Wording | undefined,
): Wording | undefined {
  switch (change.kind) {
    case 'accept':
      return { state: item.state === 'decorative' ? 'decorative' : 'approved', alt: item.alt };
    case 'choose': {
      const alt = candidates?.[change.candidate - 1]?.alt;
      return alt === undefined ? undefined : { state: 'edited', alt };
    }
    case 'edit':
      return { state: change.approve ? 'approved' : 'edited', alt: oneLine(change.text) };
    case 'decorative':
      return { state: 'decorative', alt: '' };
    default:
      return before;
  }
}

/** The change that brings a wording about, whatever was there before. */
export function changeTo({ state, alt }: Wording): Change {
  if (state === 'decorative') return { kind: 'decorative' };
  return { kind: 'edit', text: alt, approve: state === 'approved' };
}

export function isSameWording(one: Wording, other: Wording): boolean {
  return one.state === other.state && one.alt === other.alt;
}

/** Alt texts have one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

export function isReviewed({ state }: Pick<Item, 'state'>): boolean {
  return state === 'approved' || state === 'decorative';
}
