import { useTranslations } from 'use-intl';
import { sampleAddress, type SampleName, SAMPLES } from '../../_lib/samples';

interface SampleChoiceProps {
  readonly chosen: SampleName;
  readonly onChoose: (name: SampleName) => void;
}

/** The pictures that a lesson can be had with. */
export function SampleChoice({ chosen, onChoose }: SampleChoiceProps) {
  const t = useTranslations('learn.writing');
  const titles = useTranslations('samples');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-bold">{t('choose')}</legend>
      <div className="-m-1.5 flex gap-2.5 overflow-x-auto p-1.5 [scrollbar-width:thin]">
        {SAMPLES.map((name) => (
          <label
            key={name}
            className="relative w-24 shrink-0 cursor-pointer rounded-s border-2 border-transparent opacity-75 has-checked:border-glow has-checked:opacity-100 has-hover:opacity-100 has-focus-visible:outline-3 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="sample"
              checked={name === chosen}
              onChange={() => onChoose(name)}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <img
              src={sampleAddress(name, 384)}
              alt={titles(name)}
              width={1024}
              height={683}
              className="rounded-[2px]"
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
