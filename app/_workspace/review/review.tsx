'use client';

import dynamic from 'next/dynamic';
import { Loading } from './loading';

/** Reads alt texts one after the other; only browsers know what is open. */
export const Review = dynamic(() => import('./desk').then(({ Desk }) => Desk), {
  ssr: false,
  loading: Loading,
});
