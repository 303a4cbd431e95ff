/** The languages of the page. */
export type Locale = 'en' | 'fa';

export const DIRECTIONS = { en: 'ltr', fa: 'rtl' } as const satisfies Record<Locale, string>;

/** Where each language's page is. */
export const PATHS = { en: '/', fa: '/fa' } as const satisfies Record<Locale, string>;
