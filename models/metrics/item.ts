import { NegarError } from '../errors';

/** What a model wrote for one photo, and what people wrote for it; all tokenised. */
export interface CaptionItem {
  readonly hypothesis: readonly string[];
  /** At least one. */
  readonly references: References;
}

/** The reference captions of one photo. */
export type References = readonly (readonly string[])[];

/**
 * Checks that there is something to score against.
 * @throws {NegarError} OPTION_INVALID when there are no items, or one has no references.
 */
export function requireReferences(referencesPerItem: readonly References[]): void {
  if (referencesPerItem.length === 0) {
    throw new NegarError('OPTION_INVALID', 'There are no captions to score; give at least one.');
  }
  const bare = referencesPerItem.findIndex((references) => references.length === 0);
  if (bare >= 0) {
    throw new NegarError(
      'OPTION_INVALID',
      `Item ${bare} has no references; every scored caption needs at least one.`,
    );
  }
}
