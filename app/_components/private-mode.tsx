'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { privateEngine } from '../_lib/engines';
import { useSettings } from '../_lib/settings';
import { usePrivateStatus } from '../_lib/use-private-status';
import { Button } from './button';
import { PrivateProgress, usePrivateLoading } from './private-progress';
import { Switch } from './switch';

/** The switch that keeps photos on this device, and how far that is. */
export function PrivateMode() {
  const t = useTranslations('private');
  const isOn = useSettings((settings) => settings.private);
  const status = usePrivateStatus();
  const { state, backend, error, offlineReady } = status;
  const loading = usePrivateLoading(status);

  useEffect(() => {
    // Its status tells of a failure.
    if (isOn)
      privateEngine()
        .load()
        .catch(() => undefined);
  }, [isOn]);

  const hints = {
    idle: t('idle'),
    downloading: loading,
    starting: loading,
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
      {isOn && loading && <PrivateProgress status={status} label={loading} className="ms-14" />}
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
