import type { AltState, Source } from '../workspace/kinds';
import { ofPath, ofUrl, type Reference } from './reference';

/** What is known of a picture and its alt text. */
export interface IndexedPicture {
  /** SHA-256 of the file, hexadecimal. */
  readonly hash: string;
  readonly source: Source;
  readonly alt: string;
  readonly state: AltState;
}

/** How a picture was recognised, the surest first. */
export const FOUND_BY = ['hash', 'address', 'path', 'name'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

export type Found<P> =
  | { readonly picture: P; readonly by: FoundBy }
  /** Several pictures with different alt texts may be meant. */
  | 'ambiguous'
  | undefined;

interface Entry<P> {
  readonly picture: P;
  readonly reference: Reference;
}

/** Finds pictures by content, address, path or file name. */
export class PictureIndex<P extends IndexedPicture> {
  private readonly byHash = new Map<string, P[]>();
  private readonly byUrl = new Map<string, P[]>();
  private readonly byName = new Map<string, Entry<P>[]>();

  add(picture: P): void {
    const { source, hash } = picture;
    const reference = source.kind === 'url' ? ofUrl(source.url) : ofPath(source.path);
    append(this.byHash, hash, picture);
    if (reference.url !== undefined) append(this.byUrl, reference.url, picture);
    append(this.byName, nameKey(reference), { picture, reference });
  }

  find(reference: Reference): Found<P> {
    const { hash, url } = reference;
    return (
      (hash === undefined ? undefined : one(this.byHash.get(hash), 'hash')) ??
      (url === undefined ? undefined : one(this.byUrl.get(url), 'address')) ??
      this.findByPath(reference)
    );
  }

  /** The one that has most of the path in common; the shorter path must be a part of the longer. */
  private findByPath(reference: Reference): Found<P> {
    const entries = (this.byName.get(nameKey(reference)) ?? []).map((entry) => ({
      ...entry,
      depth: sharedDepth(entry.reference, reference),
    }));
    const depth = Math.max(...entries.map((entry) => entry.depth));
    if (depth <= 0) return undefined;
    const deepest = entries.filter((entry) => entry.depth === depth);
    return one(
      deepest.map(({ picture }) => picture),
      depth > 1 ? 'path' : 'name',
    );
  }
}

/** Segments that both paths end with; 0 where they contradict each other. */
function sharedDepth(a: Reference, b: Reference): number {
  if (a.host !== undefined && b.host !== undefined && a.host !== b.host) return 0;
  const length = Math.min(a.path.length, b.path.length);
  const isShared = Array.from({ length }, (_, i) => a.path.at(-1 - i) === b.path.at(-1 - i));
  return isShared.every(Boolean) ? length : 0;
}

function nameKey({ path }: Reference): string {
  return path.at(-1) ?? '';
}

/** Pictures count as one where their alt texts are the same. */
function one<P extends IndexedPicture>(pictures: readonly P[] = [], by: FoundBy): Found<P> {
  if (pictures.length === 0) return undefined;
  const texts = new Set(pictures.map(({ alt, state }) => `${state} ${alt}`));
  return texts.size === 1 ? { picture: pictures[0], by } : 'ambiguous';
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
