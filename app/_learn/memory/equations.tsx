import { Equation } from '../maths';

/** A letter with a time below it, such as h_t. */
function At({ letter, before = false }: { readonly letter: string; readonly before?: boolean }) {
  return (
    <msub>
      <mi>{letter}</mi>
      {before ? (
        <mrow>
          <mi>t</mi>
          <mo>−</mo>
          <mn>1</mn>
        </mrow>
      ) : (
        <mi>t</mi>
      )}
    </msub>
  );
}

/** A letter with another below it, such as W_f. */
function Of({ letter, below }: { readonly letter: string; readonly below: string }) {
  return (
    <msub>
      <mi>{letter}</mi>
      <mi>{below}</mi>
    </msub>
  );
}

/** h_t = tanh(W_h h_{t-1} + W_x x_t + b), and the gradient that follows. */
export function RnnEquations() {
  return (
    <div>
      <Equation>
        <At letter="h" />
        <mo>=</mo>
        <mi>tanh</mi>
        <mo>(</mo>
        <Of letter="W" below="h" />
        <At letter="h" before />
        <mo>+</mo>
        <Of letter="W" below="x" />
        <At letter="x" />
        <mo>+</mo>
        <mi>b</mi>
        <mo>)</mo>
      </Equation>
      <Equation>
        <mfrac>
          <mrow>
            <mo>∂</mo>
            <At letter="h" />
          </mrow>
          <mrow>
            <mo>∂</mo>
            <At letter="h" before />
          </mrow>
        </mfrac>
        <mo>=</mo>
        <mi mathvariant="normal">diag</mi>
        <mo>(</mo>
        <mn>1</mn>
        <mo>−</mo>
        <msubsup>
          <mi>h</mi>
          <mi>t</mi>
          <mn>2</mn>
        </msubsup>
        <mo>)</mo>
        <Of letter="W" below="h" />
      </Equation>
    </div>
  );
}

/** One gate: a squashed affine map of the input and of the hidden state before. */
function Gate({ letter, squash }: { readonly letter: string; readonly squash: string }) {
  return (
    <Equation>
      <At letter={letter} />
      <mo>=</mo>
      <mi>{squash}</mi>
      <mo>(</mo>
      <Of letter="W" below={letter} />
      <At letter="x" />
      <mo>+</mo>
      <Of letter="U" below={letter} />
      <At letter="h" before />
      <mo>+</mo>
      <Of letter="b" below={letter} />
      <mo>)</mo>
    </Equation>
  );
}

/** What the gates do: c_t = f * c_{t-1} + i * g, and h_t = o * tanh(c_t). */
export function MemoryEquations() {
  return (
    <div>
      <Equation>
        <At letter="c" />
        <mo>=</mo>
        <At letter="f" />
        <mo>⊙</mo>
        <At letter="c" before />
        <mo>+</mo>
        <At letter="i" />
        <mo>⊙</mo>
        <At letter="g" />
      </Equation>
      <Equation>
        <At letter="h" />
        <mo>=</mo>
        <At letter="o" />
        <mo>⊙</mo>
        <mi>tanh</mi>
        <mo>(</mo>
        <At letter="c" />
        <mo>)</mo>
      </Equation>
    </div>
  );
}

/** The LSTM's four gates, its memory, what it shows, and the gradient that follows. */
export function LstmEquations() {
  return (
    <div>
      <Gate letter="f" squash="σ" />
      <Gate letter="i" squash="σ" />
      <Gate letter="o" squash="σ" />
      <Gate letter="g" squash="tanh" />
      <MemoryEquations />
      <Equation>
        <mfrac>
          <mrow>
            <mo>∂</mo>
            <At letter="c" />
          </mrow>
          <mrow>
            <mo>∂</mo>
            <At letter="c" before />
          </mrow>
        </mfrac>
        <mo>≈</mo>
        <mi mathvariant="normal">diag</mi>
        <mo>(</mo>
        <At letter="f" />
        <mo>)</mo>
      </Equation>
    </div>
  );
}
