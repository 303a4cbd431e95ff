'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../../_components/button';
import { Translated } from '../../_components/translated';
import { useSettings } from '../../_lib/settings';
import { type AltState, STATES } from '../data/kinds';
import { Section } from '../parts/section';

const FILES = { csv: 'alt-texts.csv', json: 'alt-texts.json', html: 'alt-texts.html' } as const;

/** Whole files, which the server writes while they are saved. */
export function Downloads({ collectionId }: { readonly collectionId: string }) {
  const t = useTranslations('workspace.exports.download');
  const names = useTranslations('workspace.states');
  const [states, setStates] = useState<readonly AltState[]>(STATES);
  const { languages } = useSettings();
  const address = (file: string) => `/api/exports/${collectionId}/${file}?states=${states.join()}`;
  const translated = languages.length > 0 ? `&languages=${languages.join()}` : '';

  return (
    <Section title={t('title')} text={t('text')}>
      <fieldset>
        <legend className="mb-1.5 font-bold">{t('states')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {STATES.map((state) => (
            <label key={state} className="target inline-flex items-center gap-2">
              <input
                type="checkbox"
                checked={states.includes(state)}
                onChange={({ target }) =>
                  setStates(
                    STATES.filter((one) => (one === state ? target.checked : states.includes(one))),
                  )
                }
              />
              {names(state)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-1">
        <Translated />
        <p className="text-muted">{t('languagesHint')}</p>
      </div>
      {states.length === 0 ? (
        <output>{t('nothing')}</output>
      ) : (
        <>
          <ul className="flex flex-wrap gap-3">
            {Object.entries(FILES).map(([kind, file]) => (
              <li key={kind}>
                <a href={address(file) + translated} download className={buttonClass()}>
                  <Download aria-hidden="true" className="size-5" />
                  {t(kind as keyof typeof FILES)}
                </a>
              </li>
            ))}
          </ul>
          <div className="grid justify-items-start gap-1.5">
            <a href={address('pictures.zip')} download className={buttonClass()}>
              <Download aria-hidden="true" className="size-5" />
              {t('zip')}
            </a>
            <p className="text-muted">{t('zipHint')}</p>
          </div>
        </>
      )}
    </Section>
  );
}
