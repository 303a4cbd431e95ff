'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Keywords } from '../../_components/keywords';
import { TextFailure } from '../../_components/text-failure';
import { TopicName } from '../../_components/topic-name';
import { Translated } from '../../_components/translated';
import { Translations } from '../../_components/translations';
import type { Item, ItemDetail } from '../data/kinds';
import { codeOf } from '../data/trouble-code';
import { setView, useDesk } from './desk-store';
import { tidy } from './view-address';
import { useTexts } from './use-texts';

interface TextsProps {
  readonly item: Item;
  readonly detail: ItemDetail | undefined;
}

/** What the alt text is about, the topic of the text around the image, and other languages. */
export function Texts({ item, detail }: TextsProps) {
  const t = useTranslations('workspace.item');
  const format = useFormatter();
  const own = useDesk((desk) => (desk.own?.id === item.id ? desk.own : undefined));
  const { filter } = useDesk(({ view }) => view);
  const { keywords, translations, topic, failed } = useTexts(
    own?.text ?? item.alt,
    detail?.context ?? null,
  );
  return (
    <section aria-label={t('texts')} className="grid min-h-8 gap-3">
      {keywords && (
        <Keywords
          keywords={keywords}
          action={{
            label: (word) => t('onlyWith', { word }),
            choose: (word) => setView({ filter: tidy({ ...filter, word }) }),
          }}
        />
      )}
      {topic && (
        <p>
          <span className="text-muted">{t('topic')}</span> <TopicName label={topic.label} />{' '}
          <span className="text-muted figures">
            {format.number(topic.probability, { style: 'percent' })}
          </span>
        </p>
      )}
      {translations && <Translations translations={translations} />}
      <details>
        <summary className="flex min-h-10 items-center text-muted hover:text-ink">
          {t('languages')}
        </summary>
        <Translated />
      </details>
      {failed && <TextFailure code={codeOf(failed.error)} onRetry={() => void failed.refetch()} />}
    </section>
  );
}
