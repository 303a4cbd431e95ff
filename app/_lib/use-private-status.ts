import { useSyncExternalStore } from 'react';
import { privateEngine } from './engines';
import type { PrivateStatus } from './private/private-engine';

const UNKNOWN: PrivateStatus = { state: 'idle', loaded: 0, total: 0, offlineReady: false };

/** How far private mode is. */
export function usePrivateStatus(): PrivateStatus {
  return useSyncExternalStore(
    (listener) => privateEngine().subscribe(listener),
    () => privateEngine().snapshot(),
    () => UNKNOWN,
  );
}
