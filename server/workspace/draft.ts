import { altText } from '../../models/text/alt-text';
import type { HouseRules } from './house-rules';
import { forbiddenIn } from './warnings';

interface Written {
  /** The best first, at least one. */
  readonly candidates: readonly { readonly text: string; readonly confidence: number }[];
  /** Whether the model was unsure of the first. */
  readonly hedged: boolean;
}

/** What an alt text needs at least, without the prefix. */
const MIN_LENGTH = 20;

/** The alt text that a person is shown for a candidate, and that choosing it takes. */
export function candidateAlt(caption: string, rules: HouseRules): string {
  return wordedAs(caption, rules, false);
}

/** The alt text of the best candidate without a forbidden word, or of the best if all have one. */
export function draftOf({ candidates, hedged }: Written, rules: HouseRules): string {
  const [first] = candidates;
  const drafts = candidates.map(({ text, confidence }) =>
    wordedAs(text, rules, hedged && confidence <= first.confidence),
  );
  return drafts.find((draft) => !forbiddenIn(draft, rules.forbidden)) ?? drafts[0];
}

function wordedAs(caption: string, rules: HouseRules, hedged: boolean): string {
  const { prefix, neutral } = rules;
  const before = prefix && `${prefix} `;
  const maxLength = Math.max(MIN_LENGTH, rules.maxLength - before.length);
  const alt = altText(caption, { neutral, maxLength, hedged });
  return alt && before + alt;
}
