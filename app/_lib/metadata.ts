import type { Metadata, Viewport } from 'next';
import { MESSAGES } from '../_messages/messages';
import { type Locale, PATHS } from './locales';

export function pageMetadata(locale: Locale): Metadata {
  return { ...MESSAGES[locale].meta, alternates: { languages: PATHS } };
}

export const pageViewport: Viewport = { colorScheme: 'light dark' };
