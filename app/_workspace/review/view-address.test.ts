import { expect, it } from 'vitest';
import { fromAddress, TO_REVIEW, toAddress, type View } from './view-address';

it('shows what is to review where the address says nothing', () => {
  const view = fromAddress('');
  expect(view).toEqual({ collection: undefined, filter: TO_REVIEW, sort: 'confidence' });
  expect(toAddress(view)).toBe('');
});

it('keeps every part of a view', () => {
  const view: View = {
    collection: 'c0ffee',
    filter: {
      states: ['approved', 'decorative'],
      warnings: ['tooLong', 'forbidden'],
      confidence: { from: 0.25, to: 0.5 },
      length: { from: 100, to: undefined },
      missing: false,
      duplicates: 'text',
      word: 'dog & cat',
      keywords: { nouns: ['dog', 'don’t'], adjectives: ['red'] },
      search: 'سگ',
    },
    sort: 'name',
  };
  expect(fromAddress(toAddress(view))).toEqual(view);
});

it('tells all states from those to review', () => {
  const all: View = { collection: undefined, filter: {}, sort: 'newest' };
  expect(fromAddress(toAddress(all))).toEqual(all);
});

it('leaves out what an address cannot mean', () => {
  const view = fromAddress(
    'states=lost&sureFrom=7&lengthTo=x&missing=maybe&sort=random&word=+&nouns=+',
  );
  expect(view).toEqual({ collection: undefined, filter: {}, sort: 'confidence' });
});
