'use client';

import dynamic from 'next/dynamic';
import { Loading } from '../review/loading';

/** What is kept and for how long; only browsers know what is open. */
export const Storage = dynamic(() => import('./view').then(({ View }) => View), {
  ssr: false,
  loading: Loading,
});
