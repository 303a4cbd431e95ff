'use client';

import { Button } from '../_components/button';
import { Message } from '../_components/message';

/** Stands in for the page when that fails; brings its own texts, since those of the page may be gone. */
export default function Broken({ reset }: { readonly reset: () => void }) {
  return (
    <Message title="چیزی خراب شد" text="عکس‌ها و نوشته‌های تمام‌شده سر جایشان هستند.">
      <Button look="primary" onClick={reset}>
        نمایش دوباره
      </Button>
    </Message>
  );
}
