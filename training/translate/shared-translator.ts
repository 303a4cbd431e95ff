import type { TranslatorConfig } from '../../models/sequence/config';
import type { Subwords } from '../../models/text/subwords';
import type { OutputLanguage } from '../../models/training/translation-batch';
import type { WorkerPool } from '../worker-pool';

/** A translator in shared memory, and the workers that run it. */
export interface SharedTranslator {
  readonly config: TranslatorConfig;
  readonly weights: SharedArrayBuffer;
  readonly subwords: Subwords;
  readonly languages: readonly OutputLanguage[];
  readonly pool: WorkerPool<typeof import('./worker')>;
}
