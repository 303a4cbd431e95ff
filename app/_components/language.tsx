'use client';

import type { ComponentProps, ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Locale } from '../_lib/locales';

interface LanguageProps {
  readonly locale: Locale;
  readonly messages: ComponentProps<typeof IntlProvider>['messages'];
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
