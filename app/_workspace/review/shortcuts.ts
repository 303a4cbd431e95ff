/** What a key does in the review; the keys of one command do the same. */
export const KEYS = {
  accept: ['a', 'Enter'],
  next: ['j', 'n'],
  previous: ['k', 'p'],
  candidate: ['1', '2', '3', '4', '5'],
  edit: ['e'],
  decorative: ['d'],
  undo: ['u', 'z'],
  search: ['/'],
  filters: ['f'],
  history: ['h'],
  rules: ['r'],
  help: ['?'],
} as const;

export type Command = keyof typeof KEYS;

export interface Pressed {
  readonly command: Command;
  /** From 1, with `candidate`. */
  readonly digit: number;
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** Keys that may be held down. */
const REPEATED: readonly Command[] = ['next', 'previous'];

/** What a key press asks for, whatever the layout of the keyboard. */
export function commandOf(press: KeyPress): Pressed | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const key = latinKey(press);
  const entries = Object.entries(KEYS) as [Command, readonly string[]][];
  const [command] = entries.find(([, keys]) => keys.includes(key)) ?? [];
  if (!command || (press.repeat && !REPEATED.includes(command))) return undefined;
  return { command, digit: Number(key) };
}

/** The key of a Latin keyboard that lies in the same place, for letters and digits of others. */
function latinKey({ key, code }: KeyPress): string {
  if (key === '؟') return '?';
  if (key.length > 1) return key;
  if (/[ -~]/.test(key)) return key.toLowerCase();
  return /^(?:Key|Digit|Numpad)(.)$/.exec(code)?.[1].toLowerCase() ?? key;
}

/** Whether keys belong to an element, since it takes text or has a use for them itself. */
export function takesKeys(element: Element, key: string): boolean {
  if (element.matches('textarea, select, [contenteditable]:not([contenteditable=false])'))
    return true;
  if (element.matches('input')) {
    const { type } = element as HTMLInputElement;
    return !['checkbox', 'radio', 'button', 'submit'].includes(type) || key === 'Enter';
  }
  return key === 'Enter' && element.closest('a, button, summary') !== null;
}
