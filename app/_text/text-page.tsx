import { Language } from '../_components/language';
import type { Locale } from '../_lib/locales';
import { MESSAGES } from '../_messages/messages';
import { TextDesk } from './text-desk';

/** The page that reads texts, in one language. */
export function TextPage({ locale }: { readonly locale: Locale }) {
  return (
    <Language locale={locale} messages={MESSAGES[locale]}>
      <TextDesk />
    </Language>
  );
}
