'use client';

import dynamic from 'next/dynamic';
import { Loading } from '../review/loading';

/** What leaves the workspace and comes back; only browsers know what is open. */
export const Exports = dynamic(() => import('./view').then(({ View }) => View), {
  ssr: false,
  loading: Loading,
});
