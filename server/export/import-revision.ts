import type { AltState } from '../workspace/kinds';
import type { ImportRow } from './row';

interface Text {
  readonly alt: string;
  readonly state: AltState;
}

/**
 * What a row makes of an alt text: undefined if it changes nothing, "empty" if it takes away the text
 * without saying that the picture is decorative. A text beside "decorative" has the last word, a
 * changed draft is a draft no more.
 */
export function importRevision(
  { alt, state }: Pick<ImportRow, 'alt' | 'state'>,
  current: Text,
): Text | 'empty' | undefined {
  const target = targetState(alt, state, current);
  if (alt === current.alt && target === current.state) return undefined;
  return alt === '' && target !== 'decorative' ? 'empty' : { alt, state: target };
}

function targetState(alt: string, state: AltState | undefined, current: Text): AltState {
  const isChanged = alt !== current.alt;
  if (state === undefined) return isChanged ? 'edited' : current.state;
  if (state === 'decorative' && alt !== '') return 'edited';
  return state === 'draft' && isChanged ? 'edited' : state;
}
