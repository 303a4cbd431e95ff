import { create } from 'zustand';
import type { FailureCode } from '../../_lib/failure';
import type { AltState, Item } from '../data/kinds';
import type { Change, Wording } from './change';
import { fromAddress, toAddress, type View } from './view-address';

/** Words that are typed but not saved. */
export interface Own {
  readonly id: number;
  /** The version that they were begun on. */
  readonly version: number;
  readonly text: string;
}

/** What somebody else wrote while the reviewer did. */
export interface Conflict {
  readonly item: Item;
  readonly mine: Wording;
  readonly theirs: {
    readonly version: number;
    readonly state: AltState;
    readonly text: string;
    /** Null for the model or the house rules. */
    readonly reviewer: string | null;
  };
}

/** A change that did not reach the server. */
export interface Unsaved {
  readonly item: Item;
  readonly change: Change;
  readonly code: FailureCode;
}

interface Desk {
  readonly view: View;
  /** The item that is open, or the end of the list; the first one before anything was opened. */
  readonly current?: number | 'end';
  readonly own?: Own;
  /** Changes that can be undone, the last one last. */
  readonly done: readonly { readonly item: Item }[];
  readonly conflicts: readonly Conflict[];
  readonly unsaved: readonly Unsaved[];
  readonly dialog?: 'help' | 'rules' | 'name';
  /** What waits for the reviewer's name. */
  readonly waiting?: () => void;
  readonly isFiltering: boolean;
  /** On narrow screens: whether the list is shown instead of the image. */
  readonly isListOpen: boolean;
}

/** What is on the desk of this tab. */
export const useDesk = create<Desk>(() => ({
  view: fromAddress(''),
  done: [],
  conflicts: [],
  unsaved: [],
  isFiltering: false,
  isListOpen: false,
}));

/** Shows another view from its beginning, and names it in the address. */
export function setView(change: Partial<View>): void {
  const view = { ...useDesk.getState().view, ...change };
  useDesk.setState({ view, current: undefined, own: undefined });
  const query = toAddress(view);
  history.replaceState(history.state, '', query ? `?${query}` : location.pathname);
}

/** Shows what the address names; an address that names nothing leaves the view as it was. */
export function readAddress(): void {
  if (location.search) useDesk.setState({ view: fromAddress(location.search) });
}
