import type { CaptionerManifest } from '../../models/artefact/manifest';
import type { CaptionOptions, StreamOptions } from '../../models/captioner/options';
import type { CaptionResult, CaptionWord, Timings } from '../../models/captioner/result';
import type { ClassifiedText } from '../../models/sequence/classifier';
import type { Keywords } from '../../models/sequence/keywords';
import type { Direction, Target } from '../../models/sequence/languages';
import type { TaggedText } from '../../models/sequence/tagger';
import type { Translations } from '../../models/sequence/translator';

/** What the server adds to the captioner's own options. */
interface WithTexts {
  /** Also names the caption's nouns, verbs and adjectives. */
  readonly keywords?: boolean;
  /** Also translates the caption and the alt text into these languages. */
  readonly languages?: readonly Target[];
}

/** A caption and its alt text in another language. */
export interface TranslatedCaption {
  readonly lang: Target;
  readonly dir: Direction;
  readonly text: string;
  readonly alt: string;
}

export type ServedOptions = CaptionOptions & WithTexts;
export type ServedStreamOptions = StreamOptions & WithTexts;

/** A caption and how long each stage took, milliseconds. */
export type ServedCaption = Omit<CaptionResult, 'timings'> & {
  readonly timings: Timings & {
    /** Waiting for a thread. */
    readonly queue: number;
    /** From the file's bytes to pixels. */
    readonly image: number;
  };
  /** Of the first candidate, where they were asked for. */
  readonly keywords?: Keywords;
  /** Of the first candidate and the alt text, in the languages that were asked for. */
  readonly translations?: readonly TranslatedCaption[];
};

/** What a picture's file holds, and a small copy of it. */
export interface PictureInfo {
  /** Media type of the file. */
  readonly type: string;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** WebP of at most 768 x 768 pixels. */
  readonly thumbnail: Uint8Array<ArrayBuffer>;
}

export interface CaptionedPicture {
  readonly caption: ServedCaption;
  readonly picture: PictureInfo;
}

/** The parts of speech of a text's words, and what they say it is about. */
export type AnalysedText = TaggedText & { readonly keywords: Keywords };

/** What the routers need of whatever captions photos and reads texts. */
export interface Inference {
  /**
   * Captions one photo. The call takes over the bytes of its file, which must not be used again.
   * @throws {NegarError} QUEUE_FULL, DEADLINE_EXCEEDED, CANCELLED, WORKER_CRASHED, SHUTTING_DOWN; what
   *   decoding the photo and captioning it throw.
   */
  caption(
    photo: Uint8Array<ArrayBuffer>,
    options: ServedOptions,
    signal?: AbortSignal,
  ): Promise<ServedCaption>;
  /** Like `caption`, along a single path; `onWord` is called with each word as it is decoded. */
  stream(
    photo: Uint8Array<ArrayBuffer>,
    onWord: (word: CaptionWord) => void,
    options: ServedStreamOptions,
    signal?: AbortSignal,
  ): Promise<ServedCaption>;
  /**
   * Like `caption`, for a picture that nobody waits for: it lets every other work pass, and is never
   * refused because the queue is full, so callers bound how many they ask for at a time.
   */
  captionPicture(
    photo: Uint8Array<ArrayBuffer>,
    options: CaptionOptions,
    signal?: AbortSignal,
  ): Promise<CaptionedPicture>;
  /** Tells the topic of a text. @throws {NegarError} as `caption` does; TEXT_EMPTY, TEXT_TOO_LONG. */
  classify(text: string, signal?: AbortSignal): Promise<ClassifiedText>;
  /** Tells the parts of speech of a text. @throws {NegarError} as `classify` does. */
  tag(text: string, signal?: AbortSignal): Promise<AnalysedText>;
  /** Translates an English text. @throws {NegarError} as `classify` does. */
  translate(
    text: string,
    languages: readonly Target[],
    signal?: AbortSignal,
  ): Promise<Translations>;
  /** Like `translate`, in the background as `captionPicture`. */
  translateInBackground(
    text: string,
    languages: readonly Target[],
    signal?: AbortSignal,
  ): Promise<Translations>;
  /**
   * Names the nouns, verbs and adjectives of texts, in the background as `captionPicture`; a text
   * without words has none.
   * @throws {NegarError} as `caption` does.
   */
  keywords(texts: readonly string[], signal?: AbortSignal): Promise<readonly Keywords[]>;
  /**
   * What is known of the loaded model.
   * @throws {NegarError} MODEL_NOT_READY.
   */
  model(): CaptionerManifest;
  /** Seconds until a thread should be free, at least 1. */
  expectedWait(): number;
}
