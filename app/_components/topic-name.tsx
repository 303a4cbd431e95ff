'use client';

import { useTranslations } from 'use-intl';

/** The classifier's labels as the texts of the page have them. */
const NAMES = {
  World: 'world',
  Sports: 'sports',
  Business: 'business',
  'Sci/Tech': 'science',
} as const;

const isNamed = (label: string): label is keyof typeof NAMES => label in NAMES;

/** A topic's name in the language of the page. */
export function TopicName({ label }: { readonly label: string }) {
  const t = useTranslations('texts.topics');
  return isNamed(label) ? t(NAMES[label]) : label;
}
