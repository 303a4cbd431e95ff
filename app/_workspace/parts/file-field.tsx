'use client';

import { fromEvent } from 'file-selector';
import { FileUp } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../../_components/button';

interface FileFieldProps {
  readonly label: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Lets the browser choose a whole folder. */
  readonly folder?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: File[]) => void;
}

/** A button that lets the browser choose files, in a place where they can also be dropped. */
export function FileField({ label, accept, multiple, folder, disabled, onFiles }: FileFieldProps) {
  const t = useTranslations('workspace.files');
  const [isOver, setOver] = useState(false);

  async function drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    setOver(false);
    if (disabled) return;
    const dropped = await fromEvent(event.nativeEvent);
    const files = dropped.filter((file) => file instanceof File);
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  }

  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-m border border-dashed p-4 transition-colors ${isOver ? 'border-accent bg-glow-soft' : 'border-edge'}`}
    >
      <label
        className={`${buttonClass('primary')} relative has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent has-disabled:opacity-60`}
      >
        <FileUp aria-hidden="true" className="size-5" />
        {label}
        <input
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          className="absolute inset-0 cursor-pointer opacity-0 file:cursor-pointer"
          {...(folder && { webkitdirectory: '' })}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            // So that the same file can be chosen again.
            target.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
      <p className="text-muted pointer-coarse:hidden">{t('drop')}</p>
    </div>
  );
}
