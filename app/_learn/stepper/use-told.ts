import { useFormatter, useTranslations } from 'use-intl';
import type { InspectedStep } from '../../../models/captioner/inspect';
import { placeOf } from '../../_lib/attention';

/** Says in words what happens in a step. */
export function useTold(): (step: InspectedStep, index: number, count: number) => string {
  const t = useTranslations('learn.writing');
  const places = useTranslations('words.places');
  const format = useFormatter();
  const percent = (value: number) => format.number(value, { style: 'percent' });
  return ({ read, written, probability, gates, attention }, index, count) => {
    const forgotten = gates.f ? 1 - gates.f.reduce((sum, x) => sum + x, 0) / gates.f.length : 0;
    return t('told', {
      step: index + 1,
      count,
      read: read.startsWith('<') ? t('nothing') : read,
      forgotten: percent(forgotten),
      place: places(attention ? placeOf([...attention]) : 'all'),
      written: written.startsWith('<') ? t('end') : written,
      probability: percent(probability),
    });
  };
}
