import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Reviewer {
  /** What changes carry; empty until it was asked for. */
  readonly name: string;
  /** Whether single keys do something. */
  readonly shortcuts: boolean;
}

/** Who reviews with this browser, and how. */
export const useReviewer = create<Reviewer>()(
  persist((): Reviewer => ({ name: '', shortcuts: true }), { name: 'negar-reviewer', version: 1 }),
);
