'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'use-intl';
import { buttonClass } from '../../_components/button';
import { localPath } from '../../_lib/locales';
import { useChosen } from './collection-choice';

interface AddLinkProps {
  /** What images are to be added to, if it is known. */
  readonly collectionId?: string;
}

/** The way to where images come in, for places that have none yet. */
export function AddLink({ collectionId }: AddLinkProps) {
  const t = useTranslations('workspace.sections');
  return (
    <Link
      href={localPath(useLocale(), '/workspace/add')}
      onClick={() => collectionId && useChosen.setState({ id: collectionId })}
      className={buttonClass('primary')}
    >
      {t('add')}
    </Link>
  );
}
