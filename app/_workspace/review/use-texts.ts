import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSettings } from '../../_lib/settings';
import { useTRPCClient } from '../data/trpc';
import { useSettled } from './use-settled';

/** What a model has read once stays as it is. */
const LASTING = { staleTime: Infinity, placeholderData: keepPreviousData } as const;

/**
 * What the models of texts say about an item; nothing is asked while its text changes.
 * @param alt its alt text as it stands or is typed.
 * @param context the text around its image, if any is known.
 */
export function useTexts(alt: string, context: string | null) {
  const client = useTRPCClient();
  const languages = useSettings((settings) => settings.languages);
  const text = useSettled(alt) ?? '';
  const around = useSettled(context ?? '') ?? '';
  const hasText = text.trim() !== '';
  const keywords = useQuery({
    ...LASTING,
    queryKey: ['keywords', text],
    queryFn: ({ signal }) => client.text.tag.mutate({ text }, { signal }),
    select: (tagged) => tagged.keywords,
    enabled: hasText,
  });
  const translations = useQuery({
    ...LASTING,
    queryKey: ['translations', text, languages],
    queryFn: ({ signal }) =>
      client.text.translate.mutate({ text, languages: [...languages] }, { signal }),
    select: (translated) => translated.translations,
    enabled: hasText && languages.length > 0,
  });
  const topic = useQuery({
    ...LASTING,
    queryKey: ['topic', around],
    queryFn: ({ signal }) => client.text.topic.mutate({ text: around }, { signal }),
    select: ({ topics }) => topics[0],
    enabled: around.trim() !== '',
  });
  return {
    keywords: hasText ? keywords.data : undefined,
    translations: hasText && languages.length > 0 ? translations.data : undefined,
    topic: context?.trim() ? topic.data : undefined,
    failed: [keywords, translations, topic].find(({ error }) => error),
  };
}
