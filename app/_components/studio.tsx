'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { startKeeping } from '../_lib/keeping';
import { usePhotos } from '../_lib/photos';
import { useSettings } from '../_lib/settings';
import { useOnline } from '../_lib/use-online';
import { restart, resume, setPaused } from '../_lib/work';
import { Announcer } from './announcer';
import { CaptionSettings } from './caption-settings';
import { DropTarget } from './drop-target';
import { Footer } from './footer';
import { Header } from './header';
import { Intake } from './intake';
import { Notices } from './notices';
import { Results } from './results';

/** The page: photos come in at the top and become words below. */
export function Studio() {
  const t = useTranslations('header');
  const isEmpty = usePhotos(({ photos }) => photos.size === 0);
  const isOnline = useOnline();
  const isPrivate = useSettings((settings) => settings.private);
  const [isKept, setKept] = useState(true);

  useEffect(() => startKeeping(resume, () => setKept(false)), []);
  useEffect(() => setPaused(!isOnline && !isPrivate), [isOnline, isPrivate]);
  useEffect(
    () =>
      useSettings.subscribe((now, { private: was }) => {
        if (now.private !== was) restart();
      }),
    [],
  );

  return (
    <div className="mx-auto flex min-h-dvh max-w-[84rem] flex-col px-4 sm:px-8 3xl:max-w-[124rem] 4xl:max-w-[190rem]">
      {!isEmpty && (
        <a
          href="#photos"
          className="absolute start-4 top-2 z-30 -translate-y-20 rounded-m bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
        >
          {t('skip')}
        </a>
      )}
      <Header>
        <CaptionSettings />
      </Header>
      <main className="grow">
        <Intake isEmpty={isEmpty} />
        <Notices isOnline={isOnline} isKept={isKept} />
        {!isEmpty && <Results isOnline={isOnline} />}
      </main>
      <Footer />
      <DropTarget />
      <Announcer />
    </div>
  );
}
