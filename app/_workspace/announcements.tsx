'use client';

import { create } from 'zustand';

const useSaid = create(() => ({ text: '' }));

/** Tells screen readers what happened, once they have said what they are saying. */
export function say(text: string): void {
  useSaid.setState({ text });
}

/** Where screen readers find it. */
export function Announcements() {
  return <output className="sr-only">{useSaid(({ text }) => text)}</output>;
}
