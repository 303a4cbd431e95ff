/** Steps of each sketch that read an input, and those that give an answer. */
const SKETCHES = {
  oneToMany: { inputs: [0], outputs: [0, 1, 2, 3] },
  manyToOne: { inputs: [0, 1, 2, 3], outputs: [3] },
  aligned: { inputs: [0, 1, 2, 3], outputs: [0, 1, 2, 3] },
  attended: { inputs: [0, 1], outputs: [2, 3] },
} as const satisfies Record<string, { inputs: readonly number[]; outputs: readonly number[] }>;

export type SketchName = keyof typeof SKETCHES;

const STEPS = 4;

/** The shape unrolled in time: cells in a row, inputs below, answers above. */
export function Sketch({ name }: { readonly name: SketchName }) {
  const { inputs, outputs } = SKETCHES[name];
  const x = (step: number) => 14 + step * 26;
  const has = (steps: readonly number[], step: number) => steps.includes(step);
  return (
    <svg viewBox="0 0 106 72" aria-hidden="true" className="w-44">
      {Array.from({ length: STEPS }, (_, step) => (
        <g key={step}>
          {step > 0 && <path d={`M${x(step) - 19} 36h10`} className="stroke-edge" />}
          {has(inputs, step) && (
            <>
              <path d={`M${x(step)} 58v-13`} className="stroke-edge" />
              <path d={`M${x(step)} 57l5 5-5 5-5-5z`} className="fill-accent" />
            </>
          )}
          {has(outputs, step) && (
            <>
              <path d={`M${x(step)} 27v-13`} className="stroke-edge" />
              <path d={`M${x(step)} 5l5 5-5 5-5-5z`} className="fill-glow" />
            </>
          )}
          <rect
            x={x(step) - 8}
            y="28"
            width="16"
            height="16"
            rx="3"
            className="fill-surface stroke-edge"
          />
        </g>
      ))}
    </svg>
  );
}
