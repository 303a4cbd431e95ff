import { useFormatter, useTranslations } from 'use-intl';
import { placeOf } from './attention';
import type { EngineWord } from './engine';

/** Says where in the photo a word came from, and how sure the model was of it. */
export function useWhere(): (word: EngineWord) => string {
  const t = useTranslations('words');
  const format = useFormatter();
  return ({ text, probability, attention }) =>
    t('where', {
      word: text,
      place: t(`places.${attention ? placeOf(attention) : 'all'}`),
      probability: format.number(probability, { style: 'percent' }),
    });
}
