'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { addSamples } from '../_lib/add-samples';
import { sampleAddress, type SampleName, SAMPLES } from '../_lib/samples';

const TILE =
  'group relative overflow-hidden rounded-s bg-sunken transition-[translate,box-shadow] duration-200 hover:-translate-y-0.5 hover:shadow-[0_6px_18px_oklch(0.2_0.05_240/0.25)]';

/** The project's own pictures, one click away. */
export function Samples({ isLarge }: { readonly isLarge: boolean }) {
  const t = useTranslations('intake');
  const titles = useTranslations('samples');
  const [hasFailed, setFailed] = useState(false);

  async function take(names: readonly SampleName[]) {
    setFailed(false);
    await addSamples(names).catch(() => setFailed(true));
  }

  const pictures = (
    <>
      <ul
        className={
          isLarge
            ? 'grid grid-cols-2 gap-2 sm:grid-cols-3 sm:gap-2.5'
            : '-m-2 flex gap-2 overflow-x-auto p-2 [scrollbar-width:thin]'
        }
      >
        {SAMPLES.map((name, i) => (
          <li
            key={name}
            className={isLarge ? 'first:col-span-2 first:row-span-2' : 'w-24 shrink-0'}
          >
            <button
              type="button"
              onClick={() => void take([name])}
              className={`${TILE} block aspect-3/2 w-full`}
            >
              <img
                src={sampleAddress(name, isLarge && i === 0 ? 828 : 384)}
                alt={titles(name)}
                width={1024}
                height={683}
                className="size-full object-cover"
              />
              {isLarge && (
                <span
                  aria-hidden="true"
                  className="absolute inset-x-0 bottom-0 bg-linear-to-t from-[oklch(0.15_0.03_240/0.85)] to-transparent px-3 pt-8 pb-2 text-start leading-tight text-[oklch(0.98_0.01_205)] opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
                >
                  {titles(name)}
                </span>
              )}
            </button>
          </li>
        ))}
        <li className={isLarge ? '' : 'shrink-0'}>
          <button
            type="button"
            onClick={() => void take(SAMPLES)}
            className={`${isLarge ? 'aspect-3/2 w-full text-lg' : 'h-16 px-4'} grid place-items-center rounded-s border border-edge bg-surface p-2 text-center leading-tight text-accent transition-colors hover:border-accent hover:bg-accent hover:text-on-accent`}
          >
            {t('allSamples')}
          </button>
        </li>
      </ul>
      <output className="block text-danger empty:hidden">{hasFailed && t('sampleFailed')}</output>
    </>
  );
  if (isLarge) {
    return (
      <div className="grid gap-4">
        <h2 className="text-muted">{t('samples')}</h2>
        {pictures}
      </div>
    );
  }
  return (
    <details className="min-w-0 lg:col-span-2">
      <summary className="w-fit py-1 text-muted hover:text-ink">{t('samples')}</summary>
      <div className="pt-2">{pictures}</div>
    </details>
  );
}
