'use client';

import { fromEvent } from 'file-selector';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { addFiles } from '../_lib/work';

/** Takes photos that are dropped or pasted anywhere on the page. */
export function DropTarget() {
  const t = useTranslations('intake');
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    async function take(event: DragEvent | ClipboardEvent) {
      const files = await fromEvent(event);
      addFiles(files.filter((file) => file instanceof File));
    }
    const handlers: Record<string, (event: DragEvent) => void> = {
      dragover: (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        // Without this the browser opens the file instead of dropping it.
        event.preventDefault();
        setOver(true);
      },
      dragleave: (event) => event.relatedTarget === null && setOver(false),
      drop: (event) => {
        event.preventDefault();
        setOver(false);
        void take(event);
      },
    };
    for (const [name, handler] of Object.entries(handlers)) {
      document.addEventListener(name, handler as EventListener, { signal });
    }
    document.addEventListener(
      'paste',
      (event) => {
        if (event.clipboardData?.types.includes('Files')) void take(event);
      },
      { signal },
    );
    return () => listeners.abort();
  }, []);

  return (
    isOver && (
      <div className="pointer-events-none fixed inset-0 z-40 grid place-items-center bg-[oklch(0.2_0.03_240/0.72)] p-6">
        <p className="animate-arrive rounded-m border-2 border-glow px-10 py-16 text-center font-serif text-4xl text-[oklch(0.97_0.01_205)]">
          {t('drop')}
        </p>
      </div>
    )
  );
}
