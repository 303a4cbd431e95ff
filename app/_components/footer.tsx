import { useTranslations } from 'use-intl';

export function Footer() {
  const t = useTranslations('footer');
  return (
    <footer className="grid gap-x-16 gap-y-3 border-t border-line py-8 text-muted sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <p className="max-w-[42rem]">{t('honest')}</p>
      <p>
        {t('kept')} {t('made')}
      </p>
    </footer>
  );
}
