import type { Keywords } from '../models/sequence/keywords';
import { collections, captionRuns, images, items } from '../server/storage/schema';
import type { Database } from '../server/storage/storage';
import { hashOf } from '../server/workspace/caption-store';
import { DEFAULT_RULES } from '../server/workspace/house-rules';
import { sortKeyOf } from '../server/workspace/pages';
import { wordsOfAlt } from '../server/workspace/revise';
import { warningsOf } from '../server/workspace/warnings';

/** Words of made-up alt texts. */
export const WORDS = (
  'dog cat child woman man horse beach snow field street ball bicycle boat mountain river tree ' +
  'running standing jumping sitting playing looking red blue green white black small large old ' +
  'grass water wall crowd window shirt hat camera climbing swimming riding holding behind near'
).split(' ');

const STATES = ['draft', 'draft', 'draft', 'edited', 'approved', 'decorative'] as const;
const CHUNK = 500;
const THUMBNAIL_BYTES = 8_000;

/** Makes a collection of so many items, some of which share pictures and texts. */
export async function fillWorkspace(database: Database, count: number): Promise<string> {
  const [{ id }] = await database.insert(collections).values({ name: 'Bench' }).returning();
  for (let start = 0; start < count; start += CHUNK) {
    const numbers = Array.from({ length: Math.min(CHUNK, count - start) }, (_, i) => start + i);
    await insert(database, id, numbers);
  }
  return id;
}

async function insert(
  database: Database,
  collectionId: string,
  numbers: readonly number[],
): Promise<void> {
  const pictures = numbers.map((number) => pictureOf(number));
  await database
    .insert(images)
    .values(
      pictures.map((hash) => ({ hash, ...FACTS, thumbnail: new Uint8Array(THUMBNAIL_BYTES) })),
    )
    .onConflictDoNothing();
  const runs = await database
    .insert(captionRuns)
    .values(
      numbers.map((number, i) => ({
        imageHash: pictures[i],
        model: 'bench',
        modelVersion: '1.0.0',
        options: String(number),
        candidates: [{ text: textOf(number), logProbability: -5, confidence: spread(number) }],
        confidence: spread(number),
        hedged: false,
      })),
    )
    .returning({ id: captionRuns.id });
  await database
    .insert(items)
    .values(numbers.map((number, i) => itemOf(collectionId, number, pictures[i], runs[i].id)));
}

const FACTS = { byteCount: 200_000, type: 'image/jpeg', width: 4000, height: 3000 };

function itemOf(collectionId: string, number: number, imageHash: string, runId: number) {
  const name = `IMG_${(number * 7919) % 100_000}-${WORDS[number % WORDS.length]}.jpg`;
  const state = STATES[number % STATES.length];
  const alt = state === 'decorative' ? '' : textOf(number);
  const presentAlt = number % 3 === 0 ? null : `Old text ${number}`;
  const texts = { name, presentAlt, context: `Paragraph ${number} about ${textOf(number + 1)}` };
  return {
    ...texts,
    ...wordsOfAlt(texts, alt),
    keywords: keywordsOf(alt),
    collectionId,
    imageHash,
    runId,
    cached: false,
    batch: collectionId,
    position: number,
    sortKey: sortKeyOf(name),
    source: { kind: 'file' as const, path: name },
    confidence: spread(number),
    state,
    version: 1,
    warnings: warningsOf({ alt, state, name, rules: DEFAULT_RULES, neighbours: [] }),
  };
}

/** Takes the words for nouns, verbs and adjectives by their place in {@link WORDS}. */
function keywordsOf(alt: string): Keywords {
  const words = [...new Set(alt.toLowerCase().match(/\w+/g))];
  const placed = (from: number, to: number) =>
    words.filter((word) => WORDS.slice(from, to).includes(word));
  return { nouns: placed(0, 15), verbs: placed(15, 21), adjectives: placed(21, 29) };
}

/** Every twentieth item has the picture of the one before. */
function pictureOf(number: number): string {
  const picture = number % 20 === 19 ? number - 1 : number;
  return hashOf(new TextEncoder().encode(`picture ${picture}`));
}

/** 5 to 24 words; every fiftieth item has the text of the one before. */
function textOf(number: number): string {
  const seed = number % 50 === 49 ? number - 1 : number;
  const length = 5 + (seed % 20);
  const words = Array.from({ length }, (_, i) => WORDS[(seed * (i + 3) + i * i) % WORDS.length]);
  return `A ${words.join(' ')}.`;
}

/** A number of [0, 1) that looks random. */
function spread(number: number): number {
  return ((number * 7919) % 10_007) / 10_007;
}
