import { asc, count, eq } from 'drizzle-orm';
import { items, reviewers } from '../storage/schema';
import type { Database } from '../storage/storage';

/** Everyone who has reviewed, by name, with the number of items whose text is theirs. */
export async function listReviewers(
  database: Database,
): Promise<{ name: string; items: number }[]> {
  return database
    .select({ name: reviewers.name, items: count(items.id) })
    .from(reviewers)
    .leftJoin(items, eq(items.reviewer, reviewers.name))
    .groupBy(reviewers.name)
    .orderBy(asc(reviewers.name));
}
