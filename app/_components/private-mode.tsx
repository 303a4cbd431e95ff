'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { privateEngine } from '../_lib/engines';
import { useSettings } from '../_lib/settings';
import { usePrivateStatus } from '../_lib/use-private-status';
import { Button } from './button';
import { Switch } from './switch';

const MEGABYTE = 1e6;

/** The switch that keeps photos on this device, and how far that is. */
export function PrivateMode() {
  const t = useTranslations('private');
  const isOn = useSettings((settings) => settings.private);
  const { state, loaded, total, backend, error, offlineReady } = usePrivateStatus();
  const megabytes = {
    loaded: Math.round(loaded / MEGABYTE),
    total: Math.round(total / MEGABYTE),
  };

  useEffect(() => {
    // Its status tells of a failure.
    if (isOn)
      privateEngine()
        .load()
        .catch(() => undefined);
  }, [isOn]);

  const hints = {
    idle: t('idle'),
    downloading: t('downloading', megabytes),
    starting: t('starting'),
    ready: t('ready', { backend: t(`backends.${backend ?? 'wasm'}`) }),
    failed: t('failed', { code: error?.code ?? 'INTERNAL' }),
  };
  const hint = isOn ? hints[state] : t('off');

  return (
    <div className="grid max-w-[34rem] content-start gap-2">
      <Switch
        label={t('label')}
        hint={isOn && offlineReady && state === 'ready' ? `${hint} ${t('offline')}` : hint}
        isOn={isOn}
        onChange={(on) => useSettings.setState({ private: on })}
      />
      {isOn && (state === 'downloading' || state === 'starting') && (
        <progress
          aria-label={hints[state]}
          value={state === 'downloading' && total > 0 ? loaded / total : undefined}
          className="ms-14 h-2 w-56 max-w-full"
        />
      )}
      {isOn && state === 'failed' && (
        <div className="ms-14 flex flex-wrap gap-2">
          <Button
            onClick={() =>
              void privateEngine()
                .load()
                .catch(() => undefined)
            }
          >
            {t('retry')}
          </Button>
          <Button onClick={() => useSettings.setState({ private: false })}>{t('useServer')}</Button>
        </div>
      )}
      {offlineReady && !isOn && (
        <Button
          look="quiet"
          className="ms-10 justify-self-start"
          onClick={() => void privateEngine().remove()}
        >
          {t('remove')}
        </Button>
      )}
    </div>
  );
}
