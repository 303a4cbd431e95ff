import { isOver, type Photo, type Reading } from './photo';
import { hidePhotos, showPhotos, usePhotos } from './photos';
import { forget, keep, keepReading, recall, recallAll } from './storage';
import { holdTab, onceClosed, TAB } from './tab';

/**
 * Keeps what this tab shows, shows what other tabs finish, and takes over what a closed tab left
 * unfinished.
 */

type News =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'forgotten'; readonly ids: readonly string[] };

/** While set, changes come from storage and need not go there. */
let isRecalling = false;

/**
 * @param takeOver is called with each photo that another tab did not finish.
 * @param onFailure is called when this browser keeps nothing.
 * @returns what ends it.
 */
export function startKeeping(takeOver: (photo: Photo) => void, onFailure: () => void): () => void {
  holdTab();
  const channel = new BroadcastChannel('negar');
  const tell = (news: News) => channel.postMessage(news);
  const awaited = new Set([TAB]);

  let turn = Promise.resolve();
  /** One after another, so that what was read first never replaces what is newer. */
  function inTurn(change: () => void | Promise<void>) {
    turn = turn.then(change).catch(onFailure);
  }

  function awaitEnd(tab: string) {
    if (awaited.has(tab)) return;
    awaited.add(tab);
    void onceClosed(tab, async () => {
      const left = (await recallAll()).filter((photo) => photo.tab === tab && !isOver(photo));
      for (const photo of left) {
        const mine = { ...photo, tab: TAB };
        await keep(mine, false);
        recallWith(() => showPhotos([mine]));
        takeOver(mine);
      }
    }).catch(onFailure);
  }

  function show(photo: Photo | undefined) {
    if (!photo) return;
    if (isOver(photo)) recallWith(() => showPhotos([photo]));
    else awaitEnd(photo.tab);
  }

  channel.addEventListener('message', ({ data }: MessageEvent<News>) => {
    if (data.kind === 'forgotten') inTurn(() => recallWith(() => hidePhotos(data.ids)));
    else inTurn(async () => show(await recall(data.id)));
  });

  const unsubscribe = usePhotos.subscribe(({ photos }, { photos: before }) => {
    if (isRecalling) return;
    for (const photo of photos.values()) {
      const old = before.get(photo.id);
      if (old === photo || (old && !isWorthKeeping(photo, old))) continue;
      const reading = old && newReading(photo, old);
      const kept = reading
        ? keepReading(photo.id, reading)
        : keep(photo, photo.picture !== old?.picture);
      kept.then(() => tell({ kind: 'kept', id: photo.id }), onFailure);
    }
    const gone = [...before.keys()].filter((id) => !photos.has(id));
    if (gone.length === 0) return;
    forget(gone).then(() => tell({ kind: 'forgotten', ids: gone }), onFailure);
  });

  inTurn(async () => (await recallAll()).forEach(show));
  return () => {
    unsubscribe();
    channel.close();
  };
}

function recallWith(change: () => void): void {
  isRecalling = true;
  change();
  isRecalling = false;
}

/** The reading of a photo where nothing else is new: another tab may have changed the rest meanwhile. */
function newReading({ progress: now }: Photo, { progress: old }: Photo): Reading | undefined {
  if (now.step !== 'done' || old.step !== 'done') return undefined;
  const { reading, ...rest } = now;
  if (reading === old.reading) return undefined;
  const names = Object.keys(rest) as (keyof typeof rest)[];
  return names.every((name) => now[name] === old[name]) ? reading : undefined;
}

/** Words that come one by one are not worth it. */
function isWorthKeeping(photo: Photo, old: Photo): boolean {
  return photo.picture !== old.picture || isOver(photo) || isOver(old);
}
