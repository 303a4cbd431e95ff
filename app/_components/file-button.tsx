'use client';

import type { ReactNode } from 'react';
import { addFiles } from '../_lib/work';
import { buttonClass } from './button';

interface FileButtonProps {
  readonly look: 'primary' | 'plain';
  readonly isLarge: boolean;
  readonly multiple?: boolean;
  /** Asks a phone for its camera. */
  readonly capture?: 'environment';
  readonly children: ReactNode;
}

/** Lets the browser choose photos. */
export function FileButton({ look, isLarge, multiple, capture, children }: FileButtonProps) {
  return (
    <label
      className={`${buttonClass(look)} ${isLarge ? 'min-h-14 px-5 text-lg sm:px-7 sm:text-xl' : ''} relative has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent`}
    >
      {children}
      <input
        type="file"
        accept="image/*,.heic,.heif"
        multiple={multiple}
        capture={capture}
        className="absolute inset-0 cursor-pointer opacity-0 file:cursor-pointer"
        onChange={({ target }) => {
          addFiles([...(target.files ?? [])]);
          // So that the same file can be chosen again.
          target.value = '';
        }}
      />
    </label>
  );
}
