import { and, eq, inArray } from 'drizzle-orm';
import { altTexts, items } from '../storage/schema';
import type { Database } from '../storage/storage';
import { EditConflict } from '../workspace/conflict';
import type { AltState } from '../workspace/kinds';
import { revise } from '../workspace/revise';
import { importRevision } from './import-revision';
import type { ReadRow } from './read-rows';
import type { BadRow, ImportRow } from './row';

/** Rows that are compared with the database at a time. */
const BATCH = 500;
/** Most conflicts, and most bad rows, that a report lists; all are counted. */
const MAX_LISTED = 1000;

type GoodRow = ImportRow & { readonly row: number };

/** An alt text that somebody else changed after it was exported, and that was left as it is. */
export interface ImportConflict {
  readonly row: number;
  readonly id: number;
  readonly file: string;
  /** What the file says. */
  readonly alt: string;
  readonly current: { readonly alt: string; readonly state: AltState };
  /** Who changed it; null for the model. */
  readonly reviewer: string | null;
}

export interface ImportReport {
  readonly rows: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly conflictCount: number;
  readonly conflicts: readonly ImportConflict[];
  readonly badCount: number;
  readonly bad: readonly BadRow[];
}

interface Target {
  readonly collectionId: string;
  readonly reviewer: string;
}

/**
 * Stores what was edited outside. Each row by itself: a bad one is reported and stops no other, and
 * one whose alt text was changed meanwhile is reported and overwrites nothing.
 */
export async function importRows(
  database: Database,
  target: Target,
  rows: Iterable<ReadRow>,
): Promise<ImportReport> {
  const report = new Report();
  const seen = new Set<number>();
  let batch: GoodRow[] = [];
  for (const row of rows) {
    if ('fault' in row) report.addBad(row);
    else if (seen.has(row.id)) report.addBad({ row: row.row, fault: 'repeated' });
    else {
      seen.add(row.id);
      batch.push(row);
    }
    if (batch.length === BATCH) {
      await importBatch(database, target, batch, report);
      batch = [];
    }
  }
  await importBatch(database, target, batch, report);
  return report.result();
}

async function importBatch(
  database: Database,
  { collectionId, reviewer }: Target,
  batch: readonly GoodRow[],
  report: Report,
): Promise<void> {
  if (batch.length === 0) return;
  const current = await currentTexts(database, collectionId, batch);
  for (const row of batch) {
    const item = current.get(row.id);
    if (!item) report.addBad({ row: row.row, fault: 'unknown' });
    else if (row.hash && row.hash !== item.hash) report.addBad({ row: row.row, fault: 'picture' });
    else await importRow(database, reviewer, row, item, report);
  }
}

type CurrentText =
  Awaited<ReturnType<typeof currentTexts>> extends Map<number, infer T> ? T : never;

async function importRow(
  database: Database,
  reviewer: string,
  row: GoodRow,
  item: CurrentText,
  report: Report,
): Promise<void> {
  const revision = importRevision(row, item);
  if (revision === undefined) return report.addUnchanged();
  const exported = await exportedText(database, row);
  if (exported && importRevision(row, exported) === undefined) return report.addUnchanged();
  if (revision === 'empty') return report.addBad({ row: row.row, fault: 'empty' });
  if (!exported) return report.addBad({ row: row.row, fault: 'version' });
  const { state, alt: text } = revision;
  try {
    const change = { id: row.id, version: row.version, reviewer };
    await revise(database, change, () => ({ action: 'import', state, text }));
    report.addChanged();
  } catch (error) {
    if (!(error instanceof EditConflict)) throw error;
    const { text: alt, state: newer, reviewer: author } = error.current;
    const { row: place, id } = row;
    const conflict = { row: place, id, file: item.name, alt: text, reviewer: author };
    report.addConflict({ ...conflict, current: { alt, state: newer } });
  }
}

async function currentTexts(database: Database, collectionId: string, batch: readonly GoodRow[]) {
  const ids = batch.map(({ id }) => id);
  const { id, name, alt, state, imageHash: hash } = items;
  const rows = await database
    .select({ id, name, alt, state, hash })
    .from(items)
    .where(and(eq(items.collectionId, collectionId), inArray(items.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The version that a row was made from. */
async function exportedText(database: Database, row: GoodRow) {
  const [exported] = await database
    .select({ alt: altTexts.text, state: altTexts.state })
    .from(altTexts)
    .where(and(eq(altTexts.itemId, row.id), eq(altTexts.version, row.version)));
  return exported as typeof exported | undefined;
}

class Report {
  private readonly counts = { rows: 0, changed: 0, unchanged: 0, conflictCount: 0, badCount: 0 };
  private readonly conflicts: ImportConflict[] = [];
  private readonly bad: BadRow[] = [];

  addChanged(): void {
    this.counts.rows++;
    this.counts.changed++;
  }

  addUnchanged(): void {
    this.counts.rows++;
    this.counts.unchanged++;
  }

  addConflict(conflict: ImportConflict): void {
    this.counts.rows++;
    if (this.counts.conflictCount++ < MAX_LISTED) this.conflicts.push(conflict);
  }

  addBad({ row, fault }: BadRow): void {
    this.counts.rows++;
    if (this.counts.badCount++ < MAX_LISTED) this.bad.push({ row, fault });
  }

  result(): ImportReport {
    return {
      ...this.counts,
      conflicts: this.conflicts,
      bad: this.bad.sort((a, b) => a.row - b.row),
    };
  }
}
