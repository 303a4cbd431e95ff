'use client';

import dynamic from 'next/dynamic';
import { Loading } from '../review/loading';

/** What is being captioned; only browsers know what is open. */
export const Jobs = dynamic(() => import('./view').then(({ View }) => View), {
  ssr: false,
  loading: Loading,
});
