import { Language } from '../_components/language';
import type { Locale } from '../_lib/locales';
import { messagesOf } from '../_messages/messages';
import { Learn } from './learn';

/** The lessons in one language. */
export function LearnPage({ locale }: { readonly locale: Locale }) {
  return (
    <Language locale={locale} messages={messagesOf(locale, 'learn')}>
      <Learn />
    </Language>
  );
}
