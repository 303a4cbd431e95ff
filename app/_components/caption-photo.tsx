'use client';

import type { inferRouterOutputs } from '@trpc/server';
import { useEffect, useRef, useState } from 'react';
import type { AppRouter } from '../../server/routers/app';
import { client, describeError } from '../_lib/client';
import { useDroppedFile } from '../_lib/use-dropped-file';

type Caption = inferRouterOutputs<AppRouter>['caption']['create'];

type State =
  | { readonly step: 'empty' }
  | { readonly step: 'busy'; readonly preview: string }
  | { readonly step: 'done'; readonly preview: string; readonly caption: Caption }
  | { readonly step: 'failed'; readonly preview: string; readonly message: string };

/** Takes a photo, chosen or dropped, and shows its caption. */
export function CaptionPhoto() {
  const [state, setState] = useState<State>({ step: 'empty' });
  const running = useRef<AbortController>(undefined);
  const preview = state.step === 'empty' ? undefined : state.preview;
  useEffect(() => (preview ? () => URL.revokeObjectURL(preview) : undefined), [preview]);
  useDroppedFile((file) => void captionFile(file));

  async function captionFile(file: File | undefined) {
    if (!file) return;
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    const shown = URL.createObjectURL(file);
    setState({ step: 'busy', preview: shown });
    const form = new FormData();
    form.set('photo', file);
    const next = await client.caption.create.mutate(form, { signal }).then(
      (caption): State => ({ step: 'done', preview: shown, caption }),
      (error: unknown): State => ({
        step: 'failed',
        preview: shown,
        message: describeError(error),
      }),
    );
    if (!signal.aborted) setState(next);
  }

  return (
    <section aria-label="Caption a photo" className="flex flex-col gap-6">
      <label className="flex cursor-pointer flex-col items-center gap-2 rounded-lg border-2 border-dashed border-stone-500 p-10 text-lg focus-within:outline-2 focus-within:outline-offset-4 hover:bg-stone-200 dark:hover:bg-stone-800">
        Choose a photo, or drop one here
        <input
          type="file"
          accept="image/*,.heic,.heif"
          className="sr-only"
          onChange={(event) => void captionFile(event.target.files?.[0])}
        />
      </label>
      {preview && (
        <img
          src={preview}
          alt={state.step === 'done' ? state.caption.alt : 'The photo that you chose'}
          className="max-h-96 rounded-lg object-contain"
        />
      )}
      <div aria-live="polite" className="text-xl leading-relaxed">
        {state.step === 'busy' && <p>Looking at the photo…</p>}
        {state.step === 'failed' && <p role="alert">{state.message}</p>}
        {state.step === 'done' && <p>{state.caption.alt}</p>}
      </div>
    </section>
  );
}
