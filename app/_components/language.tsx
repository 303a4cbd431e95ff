'use client';

import { IntlProvider } from 'use-intl';
import type { ReactNode } from 'react';
import type { Locale } from '../_lib/locales';
import type { Messages } from '../_messages/messages';

interface LanguageProps {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly children: ReactNode;
}

/** Gives the components their language; only its own texts are sent. */
export function Language({ locale, messages, children }: LanguageProps) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
