'use client';

import { Settings2 } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localPath, withoutLocale } from '../_lib/locales';
import { useSettings } from '../_lib/settings';
import { useTheme } from '../_lib/use-theme';
import { buttonClass } from './button';
import { Logo } from './logo';
import { Places } from './places';
import { SettingsDialog } from './settings-dialog';

interface HeaderProps {
  /** Settings of this page, beside those of every page. */
  readonly children?: ReactNode;
}

export function Header({ children }: HeaderProps) {
  const t = useTranslations('header');
  const other = useLocale() === 'en' ? 'fa' : 'en';
  const path = withoutLocale(usePathname());
  const [isOpen, setOpen] = useState(false);
  useTheme();
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 py-4 max-sm:pb-2">
      <p className="flex items-center gap-2.5">
        <Logo className="size-9 text-accent" />
        <span className="font-serif text-2xl leading-none font-medium">{t('name')}</span>
        <span lang={other} className="text-lg leading-none text-muted max-lg:hidden">
          {t('otherName')}
        </span>
      </p>
      <Places path={path} />
      <div className="-me-2 ms-auto flex items-center gap-1">
        <a
          href={localPath(other, path)}
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
      </div>
      <SettingsDialog isOpen={isOpen} onClose={() => setOpen(false)}>
        {children}
      </SettingsDialog>
    </header>
  );
}
