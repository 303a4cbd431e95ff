'use client';

import dynamic from 'next/dynamic';
import { Loading } from '../review/loading';

/** Where many pictures come in; only browsers know what is open. */
export const Intake = dynamic(() => import('./view').then(({ View }) => View), {
  ssr: false,
  loading: Loading,
});
