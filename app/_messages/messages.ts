import type { Locale } from '../_lib/locales';
import { en } from './en';
import { fa } from './fa';
import { en as workspaceEn } from './workspace/en';
import { fa as workspaceFa } from './workspace/fa';

/** The texts of each language. Only servers import them, so that a page is sent its own alone. */
export const MESSAGES: Record<Locale, Messages> = {
  en: { ...en, workspace: workspaceEn },
  fa: { ...fa, workspace: workspaceFa },
};

export type Messages = typeof en & { readonly workspace: typeof workspaceEn };

/** The texts of the caption page and what every page says, without the other places'. */
export function commonMessages(locale: Locale): Omit<Messages, 'workspace'> {
  return { en, fa }[locale];
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
