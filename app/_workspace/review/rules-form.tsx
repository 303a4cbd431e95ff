'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, buttonClass } from '../../_components/button';
import { Choices } from '../../_components/choices';
import { Switch } from '../../_components/switch';
import { ALT_LENGTH } from '../../_lib/settings';
import { say } from '../announcements';
import type { Collection, HouseRules } from '../data/kinds';
import { codeOf } from '../data/trouble-code';
import { useTRPC } from '../data/trpc';
import { useDesk } from './desk-store';

interface RulesFormProps {
  readonly collection: Collection;
  readonly rules: HouseRules;
  /** Whether they are the collection's own. */
  readonly isOwn: boolean;
}

export function RulesForm({ collection, rules, isOwn }: RulesFormProps) {
  const t = useTranslations('workspace.rules');
  const said = useTranslations('workspace.said');
  const failures = useTranslations('failure.texts');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const id = useId();
  const [scope, setScope] = useState<'team' | 'own'>(isOwn ? 'own' : 'team');
  const [draft, setDraft] = useState(rules);
  const [forbidden, setForbidden] = useState(rules.forbidden.join('\n'));
  const change = (part: Partial<HouseRules>) => setDraft({ ...draft, ...part });

  const { mutate, isPending, error } = useMutation(
    trpc.rules.set.mutationOptions({
      async onSuccess() {
        useDesk.setState({ dialog: undefined, own: undefined });
        say(said('rulesSaved'));
        await queryClient.resetQueries();
      },
    }),
  );

  function save(event: FormEvent): void {
    event.preventDefault();
    const phrases = forbidden.split('\n').map((phrase) => phrase.trim());
    mutate({
      collectionId: scope === 'own' ? collection.id : null,
      rules: { ...draft, forbidden: phrases.filter((phrase) => phrase !== '') },
    });
  }

  return (
    <form onSubmit={save} className="grid gap-5">
      <p className="text-muted">{t('text')}</p>
      <Choices
        label={t('scope')}
        options={[
          { value: 'team', label: t('scopes.team') },
          { value: 'own', label: t('scopes.own', { name: collection.name }) },
        ]}
        value={scope}
        onChoose={setScope}
      />
      <div className="grid gap-1.5">
        <label htmlFor={`${id}-prefix`} className="font-bold">
          {t('prefix')}
        </label>
        <input
          id={`${id}-prefix`}
          type="text"
          dir="auto"
          value={draft.prefix}
          maxLength={40}
          onChange={({ target }) => change({ prefix: target.value })}
          className="target rounded-m border border-edge bg-surface px-3"
        />
      </div>
      <div className="grid gap-1.5">
        <label htmlFor={`${id}-forbidden`} className="font-bold">
          {t('forbidden')}
        </label>
        <textarea
          id={`${id}-forbidden`}
          dir="auto"
          rows={3}
          value={forbidden}
          onChange={({ target }) => setForbidden(target.value)}
          className="rounded-m border border-edge bg-surface px-3 py-2"
        />
      </div>
      <Switch
        label={t('neutral')}
        hint={t('neutralHint')}
        isOn={draft.neutral}
        onChange={(neutral) => change({ neutral })}
      />
      <div className="grid gap-1.5">
        <label htmlFor={`${id}-length`} className="font-bold">
          {t('maxLength')}
        </label>
        <input
          id={`${id}-length`}
          type="number"
          required
          min={ALT_LENGTH.min}
          max={ALT_LENGTH.max}
          value={Number.isNaN(draft.maxLength) ? '' : draft.maxLength}
          onChange={({ target }) => change({ maxLength: target.valueAsNumber })}
          className="target w-28 rounded-m border border-edge bg-surface px-3"
        />
      </div>
      {error && (
        <p role="alert" className="text-danger">
          {failures(codeOf(error))} <code>{codeOf(error)}</code>
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        {isOwn && (
          <Button
            disabled={isPending}
            onClick={() => mutate({ collectionId: collection.id, rules: null })}
          >
            {t('reset')}
          </Button>
        )}
        <button type="submit" disabled={isPending} className={buttonClass('primary')}>
          {isPending ? t('saving') : t('save')}
        </button>
      </div>
    </form>
  );
}
