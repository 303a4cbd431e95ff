'use client';

import { Settings2 } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { PATHS } from '../_lib/locales';
import { useSettings } from '../_lib/settings';
import { buttonClass } from './button';
import { Logo } from './logo';
import { SettingsDialog } from './settings-dialog';

export function Header() {
  const t = useTranslations('header');
  const other = useLocale() === 'en' ? 'fa' : 'en';
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-4">
      <p className="flex items-center gap-2.5">
        <Logo className="size-9 text-accent" />
        <span className="font-serif text-2xl leading-none font-medium">{t('name')}</span>
        <span lang={other} className="text-lg leading-none text-muted max-sm:hidden">
          {t('otherName')}
        </span>
      </p>
      <nav className="-me-2 flex items-center gap-1">
        <a
          href={PATHS[other]}
          lang={other}
          hrefLang={other}
          onClick={() => useSettings.setState({ language: other })}
          className={buttonClass('quiet')}
        >
          {t('language')}
        </a>
        <button type="button" onClick={() => setOpen(true)} className={buttonClass('quiet')}>
          <Settings2 aria-hidden="true" className="size-5" />
          {t('settings')}
        </button>
      </nav>
      <SettingsDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </header>
  );
}
