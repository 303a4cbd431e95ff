import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import '../globals.css';
import { EARLY } from '../_lib/early';
import { alegreya, alegreyaExtended, alegreyaSans, alegreyaSansExtended } from '../_lib/fonts';
import { DIRECTIONS, type Locale } from '../_lib/locales';

interface DocumentProps {
  readonly locale: Locale;
  /** Classes that bring fonts besides the Latin ones. */
  readonly fonts?: string;
  readonly children: ReactNode;
}

const LATIN = [alegreya, alegreyaExtended, alegreyaSans, alegreyaSansExtended]
  .map(({ variable }) => variable)
  .join(' ');

/** Rendered for each request, since the content security policy gives each a nonce of its own. */
export async function Document({ locale, fonts = '', children }: DocumentProps) {
  const policy = (await headers()).get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  return (
    <html
      lang={locale}
      dir={DIRECTIONS[locale]}
      className={`${LATIN} ${fonts}`}
      suppressHydrationWarning
    >
      <head>
        <script
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: EARLY }}
          suppressHydrationWarning
        />
      </head>
      <body>{children}</body>
    </html>
  );
}
