import type { Metadata, Viewport } from 'next';
import { MESSAGES } from '../_messages/messages';
import { type Locale, localPath, type Place, PLACES } from './locales';

export function pageMetadata(locale: Locale, place: Place = 'photos'): Metadata {
  const path = PLACES[place];
  const languages = { en: localPath('en', path), fa: localPath('fa', path) };
  const { title, description } = MESSAGES[locale].meta[place];
  return { title, description, alternates: { languages } };
}

export const pageViewport: Viewport = { colorScheme: 'light dark' };
