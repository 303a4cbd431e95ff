import type { InspectedCaption } from '../../models/captioner/inspect';
import type { ErrorCode } from '../../models/errors';
import type { MemoryConfig } from '../../models/memory/config';
import type { MemoryInput, MemoryTrace } from '../../models/memory/trace';
import type { ClassifiedText } from '../../models/sequence/classifier';
import type { Target } from '../../models/sequence/languages';
import type { TaggedText } from '../../models/sequence/tagger';
import type { InspectedTranslation } from '../../models/sequence/translator';

/** What the lessons ask of their worker, and what they get. */
export interface Lessons {
  /** Captions a picture and tells what happens inside; the caption begins with the given words. */
  readonly caption: {
    readonly question: { readonly photo: Blob; readonly prefix: readonly string[] };
    readonly answer: InspectedCaption;
  };
  readonly topic: { readonly question: string; readonly answer: ClassifiedText };
  readonly tags: { readonly question: string; readonly answer: TaggedText };
  /** Translates the first sentence of a text and tells where each word looked. */
  readonly translation: {
    readonly question: { readonly text: string; readonly language: Target };
    readonly answer: InspectedTranslation;
  };
  /** Runs the small networks of the study on some sequences. */
  readonly memory: {
    readonly question: MemoryInput;
    readonly answer: readonly MemoryRun[];
  };
}

/** What one of the study's networks did. */
export interface MemoryRun {
  readonly cell: MemoryConfig['cell'];
  readonly isTrained: boolean;
  readonly trace: MemoryTrace;
}

export type LessonName = keyof Lessons;

/** A question to the worker; it answers one after the other. */
export type LessonRequest = {
  [Name in LessonName]: {
    readonly id: number;
    readonly lesson: Name;
    readonly question: Lessons[Name]['question'];
  };
}[LessonName];

export type LessonNews = { readonly id: number } & (
  | { readonly kind: 'downloading'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'answer'; readonly answer: Lessons[LessonName]['answer'] }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }
);
