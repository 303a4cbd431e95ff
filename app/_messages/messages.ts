import type { Locale } from '../_lib/locales';
import { en } from './en';
import { fa } from './fa';

/** The texts of each language. Only servers import them, so that a page is sent its own alone. */
export const MESSAGES: Record<Locale, Messages> = { en, fa };

export type Messages = typeof en;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
