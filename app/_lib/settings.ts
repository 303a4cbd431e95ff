import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Target } from '../../models/sequence/languages';
import type { Locale } from './locales';
import type { EngineOptions } from './engine';

export const THEMES = ['system', 'light', 'dark'] as const;
export const CANDIDATES = [1, 2, 3, 4, 5] as const;
export const ALT_LENGTH = { min: 20, max: 500, advised: 125 } as const;

export interface Settings {
  /** Suggestions for each photo. */
  readonly candidates: (typeof CANDIDATES)[number];
  /** Neutral wording for people. */
  readonly neutral: boolean;
  /** Longest alt text, characters. */
  readonly altLength: number;
  /** What alt texts are translated to. */
  readonly languages: readonly Target[];
  readonly theme: (typeof THEMES)[number];
  /** The language that was chosen, if any. */
  readonly language?: Locale;
  /** Whether photos stay on this device. */
  readonly private: boolean;
}

/** Where `early.ts` finds the settings before the page is there. */
const NAME = 'negar-settings';

/** Remembered by this browser. */
export const useSettings = create<Settings>()(
  persist(
    (): Settings => ({
      candidates: 3,
      neutral: false,
      altLength: ALT_LENGTH.advised,
      languages: [],
      theme: 'system',
      private: false,
    }),
    { name: NAME, version: 1 },
  ),
);

/** Follows what other tabs set. @returns what ends it. */
export function followOtherTabs(): () => void {
  const listeners = new AbortController();
  const follow = ({ key }: StorageEvent) => {
    if (key === NAME) void useSettings.persist.rehydrate();
  };
  window.addEventListener('storage', follow, { signal: listeners.signal });
  return () => listeners.abort();
}

export function captionOptions({ candidates, neutral, altLength }: Settings): EngineOptions {
  return { candidates, neutral, altLength };
}
