'use client';

import { useTranslations } from 'use-intl';
import { useSettings } from '../_lib/settings';
import { TRANSLATED } from '../_lib/texts';

/** Chooses what texts are translated to. */
export function Translated() {
  const t = useTranslations('texts');
  const languages = useSettings((settings) => settings.languages);
  return (
    <fieldset>
      <legend className="mb-1 font-bold">{t('also')}</legend>
      <div className="flex flex-wrap gap-x-6">
        {TRANSLATED.map((language) => (
          <label key={language} className="flex min-h-10 items-center gap-2.5">
            <input
              type="checkbox"
              checked={languages.includes(language)}
              onChange={({ target: { checked } }) =>
                useSettings.setState({
                  languages: TRANSLATED.filter((other) =>
                    other === language ? checked : languages.includes(other),
                  ),
                })
              }
            />
            {t(`languages.${language}`)}
          </label>
        ))}
      </div>
      <p className="text-muted">{t('alsoHint')}</p>
    </fieldset>
  );
}
