const MAX_NAME = 200;
/** What some file system does not allow in a name. */
const FORBIDDEN = /[\p{Cc}<>:"|?*\\]/gu;

/** Gives each file of an archive a name of its own that is safe to unpack, below its own folders. */
export class FileNames {
  private readonly taken = new Set<string>();

  /** @param path with slashes, from anywhere. @param id tells it from others of the same path. */
  take(path: string, id: number): string {
    const safe = safePath(path);
    const key = safe.toLowerCase();
    const name = this.taken.has(key) ? numbered(safe, id) : safe;
    this.taken.add(name.toLowerCase());
    return name;
  }
}

function safePath(path: string): string {
  const segments = path
    .replaceAll(FORBIDDEN, '_')
    .split('/')
    .map((segment) => segment.trim().replace(/\.+$/, '').slice(-MAX_NAME))
    .filter((segment) => segment !== '');
  return segments.join('/') || 'picture';
}

function numbered(path: string, id: number): string {
  const dot = path.lastIndexOf('.');
  const end = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  return `${path.slice(0, end)}-${id}${path.slice(end)}`;
}
