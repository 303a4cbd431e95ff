'use client';

import { useTranslations } from 'use-intl';
import type { TagsOfText } from '../_lib/texts';

/** Words that are shown; a longer text would only be scrolled by. */
const SHOWN = 200;

const TAGS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(
  ' ',
) as Tag[];

type Tag = Parameters<ReturnType<typeof useTranslations<'text'>>>[0] extends infer Key
  ? Key extends `tags.${infer Name}`
    ? Name
    : never
  : never;

const isTag = (tag: string): tag is Tag => (TAGS as string[]).includes(tag);

/** Each word of a text with its part of speech below it. */
export function TaggedWords({ words }: { readonly words: TagsOfText['words'] }) {
  const t = useTranslations('text');
  const left = words.length - SHOWN;
  return (
    <>
      <ol lang="en" dir="ltr" className="flex flex-wrap gap-x-3 gap-y-2">
        {words.slice(0, SHOWN).map(({ text, start, tag }) => (
          <li key={start} className="grid justify-items-start leading-tight">
            <span className="text-lg wrap-anywhere">{text}</span>
            <span className="text-sm text-muted">{isTag(tag) ? <Name tag={tag} /> : tag}</span>
          </li>
        ))}
      </ol>
      {left > 0 && <p className="text-muted">{t('more', { count: left })}</p>}
    </>
  );
}

function Name({ tag }: { readonly tag: Tag }) {
  const t = useTranslations('text.tags');
  return t(tag);
}
