import { Language } from '../_components/language';
import type { Locale } from '../_lib/locales';
import { messagesOf } from '../_messages/messages';
import { TextDesk } from './text-desk';

/** The page that reads texts, in one language. */
export function TextPage({ locale }: { readonly locale: Locale }) {
  return (
    <Language locale={locale} messages={messagesOf(locale, 'text')}>
      <TextDesk />
    </Language>
  );
}
