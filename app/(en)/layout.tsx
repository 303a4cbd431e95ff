import type { ReactNode } from 'react';
import { Document } from '../_components/document';
import { pageMetadata, pageViewport } from '../_lib/metadata';

export const metadata = pageMetadata('en');
export const viewport = pageViewport;

export default function EnglishLayout({ children }: { readonly children: ReactNode }) {
  return <Document locale="en">{children}</Document>;
}
