import { type Filter, KEYWORD_KINDS, type Sort, SORTS, STATES, WARNINGS } from '../data/kinds';

/** What of a collection is shown, and in which order. */
export interface View {
  /** The first one where none is named. */
  readonly collection?: string;
  readonly filter: Filter;
  readonly sort: Sort;
}

/** Most words of a kind that the server filters by. */
const MAX_KEYWORDS = 10;

/** What nobody has reviewed yet. */
export const TO_REVIEW: Filter = { states: ['draft', 'edited'] };

/** The view as the query of an address, so that it can be kept and passed on. */
export function toAddress({ collection, filter, sort }: View): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') query.set(name, String(value));
  };
  set('collection', collection);
  const states = filter.states?.join(',') ?? 'all';
  set('states', states === TO_REVIEW.states?.join(',') ? '' : states);
  set('warnings', filter.warnings?.join(','));
  set('sureFrom', filter.confidence?.from);
  set('sureTo', filter.confidence?.to);
  set('lengthFrom', filter.length?.from);
  set('lengthTo', filter.length?.to);
  set('missing', filter.missing === undefined ? '' : filter.missing ? 'yes' : 'no');
  set('duplicates', filter.duplicates);
  set('word', filter.word);
  for (const kind of KEYWORD_KINDS) set(kind, filter.keywords?.[kind]?.join(' '));
  set('search', filter.search);
  set('sort', sort === 'confidence' ? '' : sort);
  return String(query);
}

/** Reads an address that people may have changed: what it cannot mean is left out. */
export function fromAddress(address: string): View {
  const query = new URLSearchParams(address);
  const text = (name: string) => query.get(name)?.trim() || undefined;
  const several = <T extends string>(name: string, known: readonly T[]) => {
    const named = known.filter((one) => query.get(name)?.split(',').includes(one));
    return named.length > 0 ? named : undefined;
  };
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find((value) => value === query.get(name));
  const range = (name: string, most: number) => {
    const [from, to] = [`${name}From`, `${name}To`].map((end) => {
      const value = query.has(end) ? Number(query.get(end)) : NaN;
      return value >= 0 && value <= most ? value : undefined;
    });
    return from === undefined && to === undefined ? undefined : { from, to };
  };
  const words = (kind: string) => text(kind)?.split(/\s+/).slice(0, MAX_KEYWORDS);
  const missing = one('missing', ['yes', 'no']);
  const filter: Filter = {
    states: query.has('states') ? several('states', STATES) : TO_REVIEW.states,
    warnings: several('warnings', WARNINGS),
    confidence: range('sure', 1),
    length: range('length', 10_000),
    missing: missing && missing === 'yes',
    duplicates: one('duplicates', ['picture', 'text']),
    word: text('word'),
    keywords: keywordFilter(Object.fromEntries(KEYWORD_KINDS.map((kind) => [kind, words(kind)]))),
    search: text('search'),
  };
  return {
    collection: text('collection'),
    filter: tidy(filter),
    sort: one('sort', SORTS) ?? 'confidence',
  };
}

/** Keywords to filter by; undefined where none is named. */
export function keywordFilter(keywords: NonNullable<Filter['keywords']>): Filter['keywords'] {
  const named = Object.entries(keywords).filter(([, words]) => words && words.length > 0);
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

/** Without the parts that narrow nothing, so that equal filters look equal. */
export function tidy(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, part]) => part !== undefined));
}
