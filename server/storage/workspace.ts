import { access } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { StorageSettings } from '../env';
import { lazily } from '../inference/lazily';
import { toNegarError } from '../../models/errors';
import type { Inference } from '../inference/inference';
import { keepRetention } from '../workspace/housekeeping';
import { keepKeywords } from '../workspace/keep-keywords';
import { openStorage } from './open';
import { databaseFolder } from './data-folder';
import type { Storage, Workspace } from './storage';

/** The workspace of a server: opened when it is first needed, so that captions never wait for it. */
export class LazyWorkspace implements Workspace {
  private storage: Storage | undefined;
  private endRetention: (() => void) | undefined;
  private endKeywords: (() => Promise<void>) | undefined;

  constructor(
    private readonly settings: StorageSettings,
    private readonly inference: Pick<Inference, 'keywords'>,
    private readonly log: Logger,
    /** Ends the process, whose data folder belongs to another one by now. */
    private readonly onLost: () => void,
  ) {}

  readonly open = lazily(async () => {
    const started = performance.now();
    try {
      this.storage = await openStorage(this.settings, {
        onDisconnect: ({ message }) =>
          this.log.warn({ message }, 'a connection to the database broke'),
        onLost: ({ message }) => {
          this.log.fatal({ message }, 'another process took the data folder');
          this.onLost();
        },
      });
    } catch (error) {
      const { code, message, cause } = toNegarError(error);
      const reason = cause instanceof Error ? cause.message : undefined;
      this.log.error({ code, message, reason }, 'the workspace cannot be opened');
      throw error;
    }
    const { kind, database } = this.storage;
    this.endRetention = keepRetention(database, this.log);
    this.endKeywords = keepKeywords(database, this.inference, this.log);
    const milliseconds = Math.round(performance.now() - started);
    this.log.info({ kind, milliseconds }, 'the workspace is open');
    return this.storage;
  });

  /** Whether something may be kept already; a server that never used the workspace has nothing. */
  async isInUse(): Promise<boolean> {
    const { DATABASE_URL, NEGAR_WORKSPACE } = this.settings;
    if (DATABASE_URL !== undefined) return true;
    return access(databaseFolder(NEGAR_WORKSPACE)).then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    this.endRetention?.();
    await this.endKeywords?.();
    await this.storage?.close();
  }
}
