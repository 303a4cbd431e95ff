import { useFormatter, useTranslations } from 'use-intl';
import type { Item } from '../data/kinds';

/** Puts an item into a sentence for screen readers. */
export function useTelling(): (item: Item, place: number, total: number) => string {
  const t = useTranslations('workspace');
  const format = useFormatter();
  return ({ name, alt, state, confidence, warnings }, place, total) => {
    const parts = [
      t('said.place', { place: place + 1, total, name }),
      `${t(`states.${state}`)}, ${format.number(confidence, { style: 'percent' })}`,
      alt,
      ...warnings.map((warning) => t(`warnings.${warning}`)),
    ];
    return parts.filter((part) => part !== '').join('. ');
  };
}
