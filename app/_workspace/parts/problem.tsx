'use client';

import { useTranslations } from 'use-intl';
import { codeOf } from '../data/trouble-code';

/** Why something failed, beside what it failed for. */
export function Problem({ error }: { readonly error: unknown }) {
  const t = useTranslations('failure.texts');
  const code = codeOf(error);
  return (
    <p role="alert" className="border-s-4 border-danger ps-3">
      {t(code)} <code className="text-sm text-muted">{code}</code>
    </p>
  );
}
