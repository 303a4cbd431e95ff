import type { ReactNode } from 'react';
import { pageMetadata } from '../../../_lib/metadata';
import { Workspace } from '../../../_workspace/workspace';

export const metadata = pageMetadata('fa', 'workspace');

export default function PersianWorkspace({ children }: { readonly children: ReactNode }) {
  return <Workspace locale="fa">{children}</Workspace>;
}
