import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';

interface TextFieldProps {
  readonly text: string;
  readonly isBusy: boolean;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly children?: ReactNode;
}

/** An English text that a model is to read, and the button that has it read. */
export function TextField({ text, isBusy, onChange, onRun }: TextFieldProps) {
  const t = useTranslations('learn.shapes');
  const id = useId();
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      <label htmlFor={id} className="font-bold">
        {t('text1')}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          lang="en"
          dir="ltr"
          value={text}
          maxLength={600}
          required
          onChange={(event) => onChange(event.target.value)}
          className="min-h-10 min-w-48 grow rounded-m border border-edge bg-surface px-3 text-lg"
        />
        <Button type="submit" look="primary" disabled={isBusy}>
          {t('run')}
        </Button>
      </div>
    </form>
  );
}
