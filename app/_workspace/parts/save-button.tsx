'use client';

import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { download } from '../../_lib/csv';

interface SaveButtonProps {
  /** In base64. */
  readonly file: string;
  readonly name: string;
  readonly children: ReactNode;
}

/** Lets the browser save a file that came with an answer. */
export function SaveButton({ file, name, children }: SaveButtonProps) {
  const t = useTranslations('workspace.files');
  function save(): void {
    const bytes = Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
    download(bytes, name, 'application/octet-stream');
  }
  return (
    <Button onClick={save} title={t('save', { name })}>
      <Download aria-hidden="true" className="size-5" />
      {children}
    </Button>
  );
}
