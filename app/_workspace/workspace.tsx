import type { ReactNode } from 'react';
import { Language } from '../_components/language';
import type { Locale } from '../_lib/locales';
import { messagesOf } from '../_messages/messages';
import { Shell } from './shell';

interface WorkspaceProps {
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** What the pages of the workspace share, in one language. */
export function Workspace({ locale, children }: WorkspaceProps) {
  return (
    <Language locale={locale} messages={messagesOf(locale, 'workspace')}>
      <Shell>{children}</Shell>
    </Language>
  );
}
