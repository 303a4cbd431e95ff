import type { Locale } from '../_lib/locales';
import { messagesOf } from '../_messages/messages';
import { Language } from './language';
import { Studio } from './studio';

/** The whole page in one language. */
export function Page({ locale }: { readonly locale: Locale }) {
  return (
    <Language locale={locale} messages={messagesOf(locale, 'photos')}>
      <Studio />
    </Language>
  );
}
