'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { THEMES, useSettings } from '../_lib/settings';
import { Choices } from './choices';
import { Modal } from './modal';

interface SettingsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The settings of every page, and after them those of one. */
export function SettingsDialog({ isOpen, onClose, children }: SettingsDialogProps) {
  const t = useTranslations('settings');
  const theme = useSettings((settings) => settings.theme);
  return (
    <Modal title={t('title')} isOpen={isOpen} onClose={onClose}>
      <Choices
        label={t('theme')}
        options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
        value={theme}
        onChoose={(value) => useSettings.setState({ theme: value })}
      />
      {children && <div className="grid gap-6 border-t border-line pt-5">{children}</div>}
    </Modal>
  );
}
