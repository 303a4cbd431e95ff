import type { EngineCaption, EngineWord } from './engine';
import type { FailureCode } from './failure';
import type { Keywords } from '../../models/sequence/keywords';
import type { Target } from '../../models/sequence/languages';
import type { TranslationsOfText } from './texts';

/** A picture as it is shown and captioned. */
export interface Picture {
  /** At most 1024 px wide and high, or the file as it came where this browser cannot decode it. */
  readonly blob: Blob;
  /** Of the photo as it came; undefined where this browser cannot decode it. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A caption and what its reader made of it. */
export interface Described {
  readonly step: 'done';
  readonly caption: EngineCaption;
  /** Index of the chosen candidate. */
  readonly chosen: number;
  /** The alt text as it was edited last. */
  readonly own?: string;
  /** Whether that counts, and not the chosen candidate's. */
  readonly isOwn: boolean;
  readonly decorative: boolean;
  /** What was read from its texts last. */
  readonly reading?: Reading;
  /** Whether the words were written before the eyes of this tab's reader. */
  readonly isFresh?: boolean;
}

/** What a photo's texts say, and what they are in other languages. */
export interface Reading {
  /** The caption whose keywords they are. */
  readonly caption: string;
  readonly keywords?: Keywords;
  /** The alt text that was translated, and the languages that were asked for. */
  readonly alt: string;
  readonly languages: readonly Target[];
  readonly translations: TranslationsOfText['translations'];
  /** Why some of it is missing. */
  readonly failure?: FailureCode;
}

export type Progress =
  | { readonly step: 'queued' }
  | { readonly step: 'working'; readonly words: readonly EngineWord[] }
  /** The server is busy; `until` is when it is asked again, milliseconds since the epoch. */
  | { readonly step: 'waiting'; readonly until: number }
  | { readonly step: 'failed'; readonly code: FailureCode }
  | Described;

/** A photo on the page. */
export interface Photo {
  readonly id: string;
  /** The tab that works on it. */
  readonly tab: string;
  readonly name: string;
  /** When its batch was added, milliseconds since the epoch, and its place in it. */
  readonly added: number;
  readonly place: number;
  /** Undefined until it is read. */
  readonly picture?: Picture;
  /** Whether its owner allowed that this photo leaves the device although private mode is on. */
  readonly mayLeave?: boolean;
  readonly progress: Progress;
}

/** The newest batch first, each in its own order. */
export function inOrder(photos: Iterable<Photo>): Photo[] {
  return [...photos].sort((a, b) => b.added - a.added || a.place - b.place);
}

export function isOver({ progress }: Photo): boolean {
  return progress.step === 'done' || progress.step === 'failed';
}
