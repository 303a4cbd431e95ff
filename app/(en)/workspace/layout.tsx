import type { ReactNode } from 'react';
import { pageMetadata } from '../../_lib/metadata';
import { Workspace } from '../../_workspace/workspace';

export const metadata = pageMetadata('en', 'workspace');

export default function EnglishWorkspace({ children }: { readonly children: ReactNode }) {
  return <Workspace locale="en">{children}</Workspace>;
}
