import * as tf from '@tensorflow/tfjs-core';
import { throwIfCancelled } from '../errors';
import { beamSearch } from '../generate/beam';
import type { Weights } from '../recurrent/cell';
import type { Subwords } from '../text/subwords';
import { UNK } from '../text/vocabulary';
import { splitSentences, splitWords } from '../text/words';
import { type Alignment, alignWords, type WrittenPiece } from './align-words';
import type { TranslatorConfig } from './config';
import { type Frame, reframe, unframe } from './framing';
import { type Direction, directionOf, type Target } from './languages';
import { MAX_TRANSLATED_WORDS, wordsWithinLimits } from './limits';
import { createTranslationSession, type SessionLanguage } from './translation-session';
import { makeOutputLayer, packSources, readSources, type SourceMemory } from './translator-network';

/** Words after which a sentence is cut. */
const LONGEST_SENTENCE = 40;
/** Pieces after which a translation must end. */
const MOST_PIECES = 100;

/** A text in another language. */
export interface TranslatedText {
  readonly lang: Target;
  readonly dir: Direction;
  readonly text: string;
}

/** A sentence in another language, and where each of its words looked. */
export interface InspectedTranslation extends TranslatedText, Alignment {}

/** A text in other languages. */
export interface Translations {
  readonly translations: readonly TranslatedText[];
  readonly model: { readonly id: string; readonly version: string };
}

/** How translations are searched for. */
export interface SearchSettings {
  readonly beamWidth: number;
  readonly lengthPenalty: number;
}

/** A sentence that was written; without pieces, it was kept as it is. */
interface Written {
  readonly text: string;
  readonly pieces: readonly WrittenPiece[];
}

/** A translator's network with everything it was trained with. */
export interface TranslatorModel {
  readonly id: string;
  readonly version: string;
  readonly config: TranslatorConfig;
  readonly weights: Weights;
  readonly subwords: Subwords;
  /** How each language is told to the decoder, and its pieces. */
  readonly languages: readonly (Omit<SessionLanguage, 'output'> & { readonly language: Target })[];
  readonly search: SearchSettings;
}

/** Translates English. It owns its weights until it is disposed. */
export class Translator {
  private readonly outputs: ReadonlyMap<Target, SessionLanguage>;

  constructor(private readonly model: TranslatorModel) {
    this.outputs = new Map(
      model.languages.map(({ language, mark, pieces }) => [
        language,
        { mark, pieces, output: tf.tidy(() => ({ ...makeOutputLayer(model.weights, pieces) })) },
      ]),
    );
  }

  /**
   * Translates a text sentence by sentence; what stands between sentences stays, as do sentences of
   * which no character is known.
   * @throws {NegarError} TEXT_EMPTY, TEXT_TOO_LONG, CANCELLED.
   */
  async translate(
    text: string,
    languages: readonly Target[],
    { signal, search = this.model.search }: { signal?: AbortSignal; search?: SearchSettings } = {},
  ): Promise<Translations> {
    const words = wordsWithinLimits(text, splitWords, MAX_TRANSLATED_WORDS);
    const translated = new Map(languages.map((language) => [language, '']));
    let end = 0;
    for (const sentence of splitSentences(text, words, LONGEST_SENTENCE)) {
      const start = sentence[0].start;
      const between = text.slice(end, start);
      end = sentence.at(-1)!.end;
      const found = await this.translateSentence(text.slice(start, end), languages, search, signal);
      for (const language of languages) {
        translated.set(language, translated.get(language) + between + found.get(language)!.text);
      }
    }
    const { id, version } = this.model;
    return {
      translations: Array.from(translated, ([lang, result]) => ({
        lang,
        dir: directionOf(lang),
        text: result + text.slice(end),
      })),
      model: { id, version },
    };
  }

  /**
   * Translates the first sentence of a text and tells where each word looked.
   * @throws {NegarError} TEXT_EMPTY, TEXT_TOO_LONG, CANCELLED.
   */
  async inspect(
    text: string,
    language: Target,
    signal?: AbortSignal,
  ): Promise<InspectedTranslation> {
    const words = wordsWithinLimits(text, splitWords, MAX_TRANSLATED_WORDS);
    const [first] = splitSentences(text, words, LONGEST_SENTENCE);
    const sentence = text.slice(first[0].start, first.at(-1)!.end);
    const { search, subwords } = this.model;
    const found = await this.translateSentence(sentence, [language], search, signal);
    const written = found.get(language)!;
    return {
      lang: language,
      dir: directionOf(language),
      text: written.text,
      ...alignWords(subwords, unframe(sentence).core, written.pieces),
    };
  }

  dispose(): void {
    for (const { output } of this.outputs.values()) tf.dispose([output.kernel, output.bias]);
    tf.dispose({ ...this.model.weights });
  }

  private async translateSentence(
    sentence: string,
    languages: readonly Target[],
    search: SearchSettings,
    signal: AbortSignal | undefined,
  ): Promise<Map<Target, Written>> {
    const { config, weights, subwords } = this.model;
    const frame = unframe(sentence);
    const pieces = subwords.encode(frame.core.toLowerCase());
    if (pieces.every((piece) => piece === UNK || subwords.isSpace(piece))) {
      return new Map(languages.map((language) => [language, { text: sentence, pieces: [] }]));
    }
    const source = keepSource(() => readSources(config, weights, packSources([pieces])));
    try {
      const found = new Map<Target, Written>();
      for (const language of languages) {
        throwIfCancelled(signal);
        found.set(
          language,
          await this.write(source, frame, language, pieces.length, search, signal),
        );
      }
      return found;
    } finally {
      const { keys, values, mask } = source.memory;
      tf.dispose([...source.state, keys, values, ...(mask ? [mask] : [])]);
    }
  }

  private async write(
    source: SourceMemory,
    frame: Frame,
    language: Target,
    length: number,
    search: SearchSettings,
    signal: AbortSignal | undefined,
  ): Promise<Written> {
    const { config, weights, subwords } = this.model;
    const output = this.outputs.get(language)!;
    const session = createTranslationSession(config, weights, source, output);
    try {
      const maxWords = Math.min(MOST_PIECES, 2 * length + 10);
      const [best] = await beamSearch(session, { minWords: 1, maxWords, signal, ...search });
      const pieces = best.words.map(({ token, attention }) => ({
        id: output.pieces[token],
        attention: attention!,
      }));
      const core = subwords.decode(pieces.map(({ id }) => id));
      return { text: reframe(core, frame, language), pieces };
    } finally {
      session.dispose();
    }
  }
}

/** Frees everything that reading a source allocates except its result. */
function keepSource(read: () => SourceMemory): SourceMemory {
  let source!: SourceMemory;
  tf.tidy(() => {
    source = read();
    const { keys, values, mask } = source.memory;
    return [...source.state, keys, values, ...(mask ? [mask] : [])];
  });
  return source;
}
