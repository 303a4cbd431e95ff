import { and, eq } from 'drizzle-orm';
import { NegarError } from '../../models/errors';
import { altTexts, captionRuns } from '../storage/schema';
import { candidateAlt } from './draft';
import type { Basis, Revision } from './revise';

/** What each action of a reviewer makes of an alt text. */

/** Approves the text as it is. @throws {NegarError} TEXT_EMPTY. */
export function accept({ item }: Basis): Revision {
  if (item.state === 'decorative') return { action: 'accept', state: 'decorative', text: '' };
  if (item.alt === '') {
    throw new NegarError(
      'TEXT_EMPTY',
      'The alt text is empty. Write one, or mark the picture as decorative.',
    );
  }
  return { action: 'accept', state: 'approved', text: item.alt };
}

/** Takes a candidate of the model. @throws {NegarError} OPTION_INVALID if there are fewer. */
export async function choose(
  { transaction, item, rules }: Basis,
  { candidate, approve }: { readonly candidate: number; readonly approve: boolean },
): Promise<Revision> {
  const [{ candidates }] = await transaction
    .select({ candidates: captionRuns.candidates })
    .from(captionRuns)
    .where(eq(captionRuns.id, item.runId));
  const chosen = candidates[candidate - 1];
  if (!chosen) {
    throw new NegarError(
      'OPTION_INVALID',
      `There is no candidate ${candidate}. Choose one of the ${candidates.length}.`,
    );
  }
  const text = candidateAlt(chosen.text, rules);
  return { action: 'choose', state: approve ? 'approved' : 'edited', text };
}

/** Replaces the text by the reviewer's own. */
export function edit({
  text,
  approve,
}: {
  readonly text: string;
  readonly approve: boolean;
}): Revision {
  return { action: 'edit', state: approve ? 'approved' : 'edited', text };
}

/** Says that the picture tells nothing, so its alt text is empty. */
export function markDecorative(): Revision {
  return { action: 'decorative', state: 'decorative', text: '' };
}

/**
 * Brings back what the last change that is not undone yet replaced; the history keeps both.
 * @throws {NegarError} NOTHING_TO_UNDO.
 */
export async function undo({ transaction, item }: Basis): Promise<Revision> {
  const current = await versionOf(item.version);
  if (current.parent === null) {
    throw new NegarError('NOTHING_TO_UNDO', 'Nothing is left to undo: the text is as it came.');
  }
  const { state, text, parent } = await versionOf(current.parent);
  return { action: 'undo', state, text, parent };

  async function versionOf(version: number): Promise<typeof altTexts.$inferSelect> {
    const [row] = await transaction
      .select()
      .from(altTexts)
      .where(and(eq(altTexts.itemId, item.id), eq(altTexts.version, version)));
    return row;
  }
}
