import { useId } from 'react';
import { useFormatter } from 'use-intl';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

/** A number between two others, with its value beside the label. */
export function Slider({ label, value, min, max, step = 1, onChange }: SliderProps) {
  const id = useId();
  const format = useFormatter();
  return (
    <div className="grid gap-1">
      <div className="flex justify-between gap-4">
        <label htmlFor={id}>{label}</label>
        <span className="font-bold figures">{format.number(value)}</span>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="h-8 w-full cursor-pointer"
      />
    </div>
  );
}
