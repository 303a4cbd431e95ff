import type { Locale } from '../_lib/locales';
import { commonMessages } from '../_messages/messages';
import { Language } from './language';
import { Studio } from './studio';

/** The whole page in one language. */
export function Page({ locale }: { readonly locale: Locale }) {
  return (
    <Language locale={locale} messages={commonMessages(locale)}>
      <Studio />
    </Language>
  );
}
