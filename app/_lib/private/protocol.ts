import type { ErrorCode } from '../../../models/errors';
import type { Target } from '../../../models/sequence/languages';
import type { EngineCaption, EngineOptions, EngineWord } from '../engine';
import type { TagsOfText, TopicOfText, TranslationsOfText } from '../texts';

/** What the page and its worker say to each other. The worker does one thing at a time. */

/** What computes in this browser. */
export type Backend = 'webgpu' | 'webgl' | 'wasm-threads' | 'wasm';

/** What the page asks for; the worker answers with news, the last of which ends the work. */
export type Request =
  /** Downloads and starts the model; ends with `ready` or `failed`. */
  | { readonly kind: 'start'; readonly backend: Backend }
  /** Captions a photo; ends with `caption` or `failed`. */
  | {
      readonly kind: 'caption';
      readonly photo: Blob;
      readonly options: EngineOptions;
      /** Whether each word is told as it is decoded. */
      readonly words: boolean;
      /** Shared with the page, see `app/_worker/cancellation.ts`. */
      readonly flag: Int32Array;
      /** When it was asked for, milliseconds since the epoch. */
      readonly askedAt: number;
    }
  /** Reads a text; ends with `text` or `failed`. */
  | {
      readonly kind: 'text';
      readonly task: TextTask;
      readonly text: string;
      readonly flag: Int32Array;
    };

/** What to do with a text. */
export type TextTask =
  | { readonly name: 'topic' }
  | { readonly name: 'tag' }
  | { readonly name: 'translate'; readonly languages: readonly Target[] };

/** What each task ends with. */
export interface TextResults {
  readonly topic: TopicOfText;
  readonly tag: TagsOfText;
  readonly translate: TranslationsOfText;
}

export type News =
  | { readonly kind: 'downloading'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'starting' }
  /** With what a caption takes once everything is warm. */
  | { readonly kind: 'ready'; readonly milliseconds: number }
  | { readonly kind: 'word'; readonly word: EngineWord }
  | { readonly kind: 'caption'; readonly caption: EngineCaption }
  | { readonly kind: 'text'; readonly result: TextResults[TextTask['name']] }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };
