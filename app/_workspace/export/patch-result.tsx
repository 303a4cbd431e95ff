'use client';

import { useTranslations } from 'use-intl';
import type { HtmlPatch } from '../data/kinds';
import { SaveButton } from '../parts/save-button';

interface PatchResultProps {
  readonly name: string;
  readonly patch: HtmlPatch;
}

/** What was filled in, what was left and why, and the files to save. */
export function PatchResult({ name, patch }: PatchResultProps) {
  const t = useTranslations('workspace.exports.patch');
  const { filled, left, file, diff } = patch;
  const lines = [
    ...filled.map(({ line, column, address, alt }) => ({
      line,
      column,
      address,
      text: `alt="${alt}"`,
    })),
    ...left.map(({ reason, ...place }) => ({ ...place, text: t(`reasons.${reason}`) })),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
  return (
    <div className="grid gap-2">
      <p>
        {t('filled', { count: filled.length })}, {t('left', { count: left.length })}
      </p>
      {filled.length > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <SaveButton file={file} name={name}>
            {t('file')}
          </SaveButton>
          {diff ? (
            <SaveButton file={diff} name={`${name}.diff`}>
              {t('diff')}
            </SaveButton>
          ) : (
            <p>{t('noDiff')}</p>
          )}
        </div>
      )}
      {lines.length > 0 && (
        <details>
          <summary className="target inline-flex items-center">{t('details')}</summary>
          <ul className="border-s-4 border-line ps-3">
            {lines.map(({ line, column, address, text }) => (
              <li key={`${line}:${column}`}>
                <span className="text-muted">{t('place', { line })}</span>{' '}
                <bdi className="[overflow-wrap:anywhere]">{address.slice(0, 200)}</bdi>:{' '}
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
