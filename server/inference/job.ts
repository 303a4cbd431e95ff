import type { MessagePort } from 'node:worker_threads';
import type { CaptionerManifest } from '../../models/artefact/manifest';
import type { CaptionOptions } from '../../models/captioner/options';
import type { ErrorCode } from '../../models/errors';
import type { ClassifiedText } from '../../models/sequence/classifier';
import type { Keywords } from '../../models/sequence/keywords';
import type { Target } from '../../models/sequence/languages';
import type { Translations } from '../../models/sequence/translator';
import type { AnalysedText, CaptionedPicture, ServedCaption, ServedOptions } from './inference';

/** A photo to caption. */
export interface CaptionWork {
  readonly kind: 'caption';
  /** The file, compressed as it came; moved, not copied. */
  readonly photo: Uint8Array<ArrayBuffer>;
  readonly options: ServedOptions;
  /** Where each word goes as it is decoded; null to search for the best caption instead. */
  readonly words: MessagePort | null;
}

/** A picture to caption and to make small. */
export interface PictureWork {
  readonly kind: 'picture';
  /** The file, compressed as it came; moved, not copied. */
  readonly photo: Uint8Array<ArrayBuffer>;
  readonly options: CaptionOptions;
}

/** A text to classify or to tag. */
export interface TextWork {
  readonly kind: 'topic' | 'tag';
  readonly text: string;
}

/** An English text to translate. */
export interface TranslateWork {
  readonly kind: 'translate';
  readonly text: string;
  readonly languages: readonly Target[];
  readonly inBackground: boolean;
}

/** Texts whose keywords are looked for. */
export interface KeywordsWork {
  readonly kind: 'keywords';
  readonly texts: readonly string[];
}

export type Work = CaptionWork | PictureWork | TextWork | TranslateWork | KeywordsWork;

/** Whether nobody waits for it, so that it lets other work pass. */
export function isInBackground(work: Work): boolean {
  if (work.kind === 'translate') return work.inBackground;
  return work.kind === 'picture' || work.kind === 'keywords';
}

/** What each kind of work ends with. */
export interface Results {
  readonly caption: ServedCaption;
  readonly picture: CaptionedPicture;
  readonly topic: ClassifiedText;
  readonly tag: AnalysedText;
  readonly translate: Translations;
  readonly keywords: readonly Keywords[];
}

/** Work on its way to a worker thread. */
export interface Job {
  readonly work: Work;
  /** Shared with the pool, see `cancellation.ts`. */
  readonly flags: Int32Array;
  /** When the job was queued, milliseconds since the epoch. */
  readonly queuedAt: number;
}

/** How a job ended; a job that ends otherwise has crashed its worker. */
export type JobOutcome =
  | { readonly result: Results[Work['kind']]; readonly usage: WorkerUsage }
  | { readonly error: { readonly code: ErrorCode; readonly message: string } };

/** What a worker holds between jobs. */
export interface WorkerUsage {
  readonly thread: number;
  readonly tensors: number;
}

/** What a worker says by itself. */
export type WorkerNews =
  | {
      readonly kind: 'ready';
      readonly thread: number;
      readonly manifest: CaptionerManifest;
      /** Loading and warming up, milliseconds. */
      readonly duration: number;
    }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };
