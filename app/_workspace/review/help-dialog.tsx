'use client';

import { useTranslations } from 'use-intl';
import { Modal } from '../../_components/modal';
import { Switch } from '../../_components/switch';
import { useDesk } from './desk-store';
import { Kbd } from './kbd';
import { useReviewer } from './reviewer';
import { type Command, KEYS } from './shortcuts';

/** Every key and what it does, and the switch that turns them off. */
export function HelpDialog() {
  const t = useTranslations('workspace.help');
  const isOpen = useDesk(({ dialog }) => dialog === 'help');
  const isOn = useReviewer(({ shortcuts }) => shortcuts);
  return (
    <Modal
      title={t('title')}
      isOpen={isOpen}
      onClose={() => useDesk.setState({ dialog: undefined })}
    >
      <Switch
        label={t('on')}
        hint={t('onHint')}
        isOn={isOn}
        onChange={(shortcuts) => useReviewer.setState({ shortcuts })}
      />
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2">
        {(Object.keys(KEYS) as Command[]).map((command) => (
          <div key={command} className="contents">
            <dt className="flex flex-wrap items-baseline gap-1 text-muted">
              {KEYS[command].map((key, i) => (
                <span key={key} className="flex items-baseline gap-1">
                  {i > 0 && command !== 'candidate' && t('or')}
                  <Kbd>{key.length === 1 ? key.toUpperCase() : key}</Kbd>
                </span>
              ))}
            </dt>
            <dd>{t(`commands.${command}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
