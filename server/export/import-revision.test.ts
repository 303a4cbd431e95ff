import { expect, it } from 'vitest';
import { importRevision } from './import-revision';

const DRAFT = { alt: 'A dog.', state: 'draft' } as const;
const DECORATIVE = { alt: '', state: 'decorative' } as const;

it.each([
  ['the same text and state', 'A dog.', 'draft', DRAFT, undefined],
  ['the same text without a state', 'A dog.', undefined, DRAFT, undefined],
  ['another text', 'A cat.', undefined, DRAFT, { alt: 'A cat.', state: 'edited' }],
  ['another text of a draft', 'A cat.', 'draft', DRAFT, { alt: 'A cat.', state: 'edited' }],
  ['another text, approved', 'A cat.', 'approved', DRAFT, { alt: 'A cat.', state: 'approved' }],
  ['another state', 'A dog.', 'approved', DRAFT, { alt: 'A dog.', state: 'approved' }],
  ['decorative', '', 'decorative', DRAFT, DECORATIVE],
  ['a text beside decorative', 'A.', 'decorative', DRAFT, { alt: 'A.', state: 'edited' }],
  ['no text', '', undefined, DRAFT, 'empty'],
  ['no text, approved', '', 'approved', DRAFT, 'empty'],
  ['decorative as it was', '', undefined, DECORATIVE, undefined],
  ['a text again', 'A.', undefined, DECORATIVE, { alt: 'A.', state: 'edited' }],
] as const)('makes of a row with %s what it says', (_, alt, state, current, expected) => {
  expect(importRevision({ alt, state }, current)).toEqual(expected);
});
