import type { Engine } from './engine';
import type { Photo } from './photo';
import { createPrivateEngine } from './private/create-private-engine';
import type { PrivateEngine } from './private/private-engine';
import { serverEngine } from './server-engine';
import { serverTexts } from './server-texts';
import { useSettings } from './settings';
import type { TextEngine } from './texts';

let created: PrivateEngine | undefined;

/** The engine of this browser, made when it is first needed. */
export function privateEngine(): PrivateEngine {
  return (created ??= createPrivateEngine());
}

/** What captions a photo now. */
export function engineFor({ mayLeave }: Photo): Engine {
  return useSettings.getState().private && !mayLeave ? privateEngine() : serverEngine;
}

/** What reads a text now. @param mayLeave whether it may leave the device although private mode is on. */
export function textsFor({ mayLeave }: Pick<Photo, 'mayLeave'> = {}): TextEngine {
  return useSettings.getState().private && !mayLeave ? privateEngine() : serverTexts;
}
