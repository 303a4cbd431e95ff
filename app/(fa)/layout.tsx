import type { ReactNode } from 'react';
import { Document } from '../_components/document';
import { pageMetadata, pageViewport } from '../_lib/metadata';
import { vazirmatn } from '../_lib/persian-font';

export const metadata = pageMetadata('fa');
export const viewport = pageViewport;

export default function PersianLayout({ children }: { readonly children: ReactNode }) {
  return (
    <Document locale="fa" fonts={vazirmatn.variable}>
      {children}
    </Document>
  );
}
