import type { Locale, Place } from '../_lib/locales';
import { en as deliveryEn } from './delivery/en';
import { fa as deliveryFa } from './delivery/fa';
import { en } from './en';
import { fa } from './fa';
import { en as learnEn } from './learn/en';
import { fa as learnFa } from './learn/fa';
import { en as workspaceEn } from './workspace/en';
import { fa as workspaceFa } from './workspace/fa';

/** The texts of each language. Only servers import them, so that a page is sent its own alone. */
export const MESSAGES: Record<Locale, Messages> = {
  en: { ...en, workspace: { ...workspaceEn, ...deliveryEn }, learn: learnEn },
  fa: { ...fa, workspace: { ...workspaceFa, ...deliveryFa }, learn: learnFa },
};

export type Messages = typeof en & {
  readonly workspace: typeof workspaceEn & typeof deliveryEn;
  readonly learn: typeof learnEn;
};

/** What every page says, and the texts of one place. */
export function messagesOf(locale: Locale, place: Place): Partial<Messages> {
  const common = { en, fa }[locale];
  if (place === 'photos') return common;
  return { ...common, [place]: MESSAGES[locale][place] };
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
