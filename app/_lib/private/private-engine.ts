import type { ErrorCode } from '../../../models/errors';
import type { Engine } from '../engine';
import type { TextEngine } from '../texts';
import type { Backend } from './protocol';

/** How far private mode is. */
export interface PrivateStatus {
  readonly state: 'idle' | 'downloading' | 'starting' | 'ready' | 'failed';
  /** Bytes of the model that have arrived. */
  readonly loaded: number;
  /** Bytes of the model; 0 until they are known. */
  readonly total: number;
  /** What captions; known from `ready` on. */
  readonly backend?: Backend;
  /** Why it failed. */
  readonly error?: { readonly code: ErrorCode; readonly message: string };
  /** Whether the page and the model are kept in this browser and work without a network. */
  readonly offlineReady: boolean;
}

/** Captions photos and reads texts in this browser; none leaves it. */
export interface PrivateEngine extends Engine, TextEngine {
  /** For `useSyncExternalStore`. @returns what ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** The same object until something changes. */
  snapshot(): PrivateStatus;
  /** Downloads the model and starts it, unless that is done; `caption` does so by itself. */
  load(): Promise<void>;
  /** Stops, and forgets the download. */
  remove(): Promise<void>;
}
