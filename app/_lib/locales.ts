/** The languages of the page. */
export type Locale = 'en' | 'fa';

export const DIRECTIONS = { en: 'ltr', fa: 'rtl' } as const satisfies Record<Locale, string>;

/** The places that people go to, as they come in an address after the language. */
export const PLACES = { photos: '/', workspace: '/workspace', learn: '/learn' } as const;

export type Place = keyof typeof PLACES;

const PREFIXES = { en: '', fa: '/fa' } as const satisfies Record<Locale, string>;

/** @param path an address without language, such as one of `PLACES`. */
export function localPath(locale: Locale, path: string): string {
  return `${PREFIXES[locale]}${path}`.replace(/(?<=.)\/$/, '');
}

/** An address without its language. */
export function withoutLocale(path: string): string {
  return path.replace(/^\/fa(?=\/|$)/, '') || '/';
}
