'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { ALT_LENGTH, CANDIDATES, useSettings } from '../_lib/settings';
import { Choices } from './choices';
import { Switch } from './switch';

/** How photos that come from now on are put into words. */
export function CaptionSettings() {
  const t = useTranslations('settings');
  const { candidates, neutral, altLength } = useSettings();
  const lengthId = useId();
  return (
    <>
      <p className="text-muted">{t('note')}</p>
      <Choices
        label={t('candidates')}
        options={CANDIDATES.map((value) => ({ value, label: value }))}
        value={candidates}
        onChoose={(value) => useSettings.setState({ candidates: value })}
      />
      <Switch
        label={t('neutral')}
        hint={t('neutralHint')}
        isOn={neutral}
        onChange={(isOn) => useSettings.setState({ neutral: isOn })}
      />
      <div className="grid gap-1.5">
        <label htmlFor={lengthId} className="font-bold">
          {t('altLength')}
        </label>
        <input
          id={lengthId}
          type="range"
          min={ALT_LENGTH.min}
          max={ALT_LENGTH.max}
          step={5}
          value={altLength}
          aria-valuetext={t('altLengthHint', { count: altLength })}
          onChange={(event) => useSettings.setState({ altLength: Number(event.target.value) })}
          className="h-6 w-full"
        />
        <span className="text-muted">{t('altLengthHint', { count: altLength })}</span>
      </div>
    </>
  );
}
