import { isNegarError } from '../../models/errors';
import { type Keywords, keywordsOf } from '../../models/sequence/keywords';
import type { Target } from '../../models/sequence/languages';
import type { ModelSettings } from '../env';
import type { TranslatedCaption } from './inference';
import type { KeywordsWork, Results, TextWork, TranslateWork } from './job';
import { lazily } from './lazily';
import {
  loadConfiguredClassifier,
  loadConfiguredTagger,
  loadConfiguredTranslator,
} from './load-text-models';

/** The models of a worker that read texts, each loaded when it is first needed. */
export class Texts {
  private readonly loadTopics = lazily(() => this.load(loadConfiguredClassifier));
  private readonly loadTags = lazily(() => this.load(loadConfiguredTagger));
  private readonly loadTranslator = lazily(() => this.load(loadConfiguredTranslator));

  constructor(
    private readonly settings: ModelSettings,
    private readonly backend: Promise<void>,
  ) {}

  async perform(
    work: TextWork | TranslateWork | KeywordsWork,
    signal: AbortSignal,
  ): Promise<Results[typeof work.kind]> {
    if (work.kind === 'keywords') return this.keywordsOfEach(work.texts, signal);
    if (work.kind === 'topic') return (await this.loadTopics()).classify(work.text);
    if (work.kind === 'translate') {
      return (await this.loadTranslator()).translate(work.text, work.languages, { signal });
    }
    const tagged = await (await this.loadTags()).tag(work.text, { signal });
    return { ...tagged, keywords: keywordsOf(tagged.words) };
  }

  async keywords(text: string): Promise<Keywords> {
    return keywordsOf((await (await this.loadTags()).tag(text)).words);
  }

  private async keywordsOfEach(texts: readonly string[], signal: AbortSignal): Promise<Keywords[]> {
    const tagger = await this.loadTags();
    const found: Keywords[] = [];
    for (const text of texts) {
      const words = await tagger.tag(text, { signal }).then(
        (tagged) => tagged.words,
        (error: unknown) => {
          if (isNegarError(error) && error.code === 'TEXT_EMPTY') return [];
          throw error;
        },
      );
      found.push(keywordsOf(words));
    }
    return found;
  }

  /** A caption and its alt text in other languages. */
  async translations(
    text: string,
    alt: string,
    languages: readonly Target[],
    signal: AbortSignal,
  ): Promise<TranslatedCaption[]> {
    const translator = await this.loadTranslator();
    const texts = (await translator.translate(text, languages, { signal })).translations;
    const alts = (await translator.translate(alt, languages, { signal })).translations;
    return texts.map((translated, i) => ({ ...translated, alt: alts[i].text }));
  }

  private async load<T>(load: (settings: ModelSettings) => Promise<T>): Promise<T> {
    await this.backend;
    return load(this.settings);
  }
}
