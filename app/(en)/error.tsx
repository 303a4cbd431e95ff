'use client';

import { Button } from '../_components/button';
import { Message } from '../_components/message';

/** Stands in for the page when that fails; brings its own texts, since those of the page may be gone. */
export default function Broken({ reset }: { readonly reset: () => void }) {
  return (
    <Message title="Something broke" text="The photos and words that were finished are kept.">
      <Button look="primary" onClick={reset}>
        Show them again
      </Button>
    </Message>
  );
}
