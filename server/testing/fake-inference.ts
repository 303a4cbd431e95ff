import type { CaptionerManifest } from '../../models/artefact/manifest';
import type { CaptionWord } from '../../models/captioner/result';
import { NegarError } from '../../models/errors';
import type { ClassifiedText } from '../../models/sequence/classifier';
import { directionOf, type Target } from '../../models/sequence/languages';
import type { Translations } from '../../models/sequence/translator';
import type { AnalysedText, Inference, PictureInfo, ServedCaption } from '../inference/inference';

export const WORDS: readonly CaptionWord[] = ['a', 'dog'].map((text) => ({
  text,
  probability: 0.5,
  attention: null,
}));

export const CAPTION: ServedCaption = {
  candidates: [{ text: 'a dog', logProbability: -2, confidence: 0.7 }],
  words: WORDS,
  alt: 'A dog.',
  hedged: false,
  model: { id: 'fake', version: '1.0.0' },
  timings: { queue: 0, image: 1, prepare: 1, encode: 1, decode: 1, total: 4 },
};

const PICTURE: PictureInfo = {
  type: 'image/jpeg',
  width: 4,
  height: 3,
  thumbnail: new Uint8Array([1, 2, 3]),
};

export const TOPIC: ClassifiedText = {
  topics: [
    { label: 'Sports', probability: 0.75 },
    { label: 'World', probability: 0.25 },
  ],
  evidence: [{ text: 'team', start: 2, end: 6, weight: 1.5 }],
  model: { id: 'fake-topic', version: '1.0.0' },
};

export const ANALYSIS: AnalysedText = {
  words: [{ text: 'team', start: 2, end: 6, tag: 'NOUN', probability: 0.9 }],
  keywords: { nouns: ['team'], verbs: [], adjectives: [] },
  model: { id: 'fake-tagger', version: '1.0.0' },
};

export const TRANSLATIONS: Translations = {
  translations: [{ lang: 'fa', dir: 'rtl', text: 'یک تیم' }],
  model: { id: 'fake-translator', version: '1.0.0' },
};

/** Answers every photo and every text alike, and remembers what it was asked. */
export interface FakeInference extends Inference {
  readonly asked: { photo: Uint8Array; options: object; signal?: AbortSignal }[];
  readonly read: { text: string; languages?: readonly Target[]; signal?: AbortSignal }[];
}

/** @param manifest of the model that is loaded; none is loaded when it is left out. */
export function fakeInference(manifest?: CaptionerManifest): FakeInference {
  const asked: FakeInference['asked'] = [];
  const read: FakeInference['read'] = [];
  return {
    asked,
    read,
    caption(photo, options, signal) {
      asked.push({ photo, options, signal });
      return Promise.resolve(CAPTION);
    },
    captionPicture(photo, options, signal) {
      asked.push({ photo, options, signal });
      return Promise.resolve({ caption: CAPTION, picture: PICTURE });
    },
    stream(photo, onWord, options, signal) {
      asked.push({ photo, options, signal });
      return new Promise((resolve, reject) => {
        WORDS.forEach(onWord);
        signal?.addEventListener('abort', () => reject(new NegarError('CANCELLED', 'cancelled')));
        setTimeout(resolve, 50, CAPTION);
      });
    },
    classify(text, signal) {
      read.push({ text, signal });
      return Promise.resolve(TOPIC);
    },
    tag(text, signal) {
      read.push({ text, signal });
      return Promise.resolve(ANALYSIS);
    },
    translate(text, languages, signal) {
      read.push({ text, languages, signal });
      return Promise.resolve(TRANSLATIONS);
    },
    translateInBackground(text, languages, signal) {
      read.push({ text, languages, signal });
      const translations = languages.map((lang) => ({
        lang,
        dir: directionOf(lang),
        text: `${lang}: ${text}`,
      }));
      return Promise.resolve({ ...TRANSLATIONS, translations });
    },
    keywords(texts, signal) {
      for (const text of texts) read.push({ text, signal });
      return Promise.resolve(texts.map(() => ANALYSIS.keywords));
    },
    model() {
      if (manifest) return manifest;
      throw new NegarError('MODEL_NOT_READY', 'not loaded');
    },
    expectedWait: () => 1,
  };
}
