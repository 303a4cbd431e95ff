'use client';

import { useEffect, useRef } from 'react';
import { POINTS, smooth } from '../_lib/attention';
import { prefersReducedMotion } from '../_lib/motion';

/** How long the light takes from one word's place to the next, milliseconds. */
const MOVE_MS = 260;
/** sRGB of the shade and of the rim of the light. */
const SHADE = [8, 16, 28] as const;
const RIM = [255, 190, 70] as const;
/** Values of the attention, in [0, 1], below which all is shade, and above which nothing is. */
const DARK = 0.2;
const CLEAR = 0.9;
/** Opacity of the shade. */
const DEPTH = 0.76;
/** Where between shade and light the rim is, how wide, and how much of its colour it has. */
const RIM_AT = 0.72;
const RIM_WIDTH = 0.2;
const RIM_SHARE = 0.7;

/**
 * Dims the photo but for the part that a word came from.
 * @param weights 7x7 weights; null lights all of it.
 */
export function Light({ weights }: { readonly weights: readonly number[] | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef<readonly number[]>(undefined);

  useEffect(() => {
    if (!weights) return undefined;
    const from = shown.current ?? weights;
    const started = performance.now();
    const duration = prefersReducedMotion() ? 0 : MOVE_MS;
    let frame = 0;
    const draw = (now: number) => {
      const done = duration === 0 ? 1 : Math.min(1, Math.max(0, (now - started) / duration));
      const share = 1 - (1 - done) ** 3;
      const between = weights.map((weight, i) => from[i] + (weight - from[i]) * share);
      shown.current = between;
      if (canvas.current) paint(canvas.current, smooth(between));
      if (done < 1) frame = requestAnimationFrame(draw);
    };
    draw(started);
    return () => cancelAnimationFrame(frame);
  }, [weights]);

  return (
    <canvas
      ref={canvas}
      width={POINTS}
      height={POINTS}
      aria-hidden="true"
      data-lit={weights !== null}
      className={`pointer-events-none absolute inset-0 size-full transition-opacity duration-200 ${weights ? 'opacity-100' : 'opacity-0'}`}
    />
  );
}

/** The brightest points are clear, the darkest shaded, with a warm rim between. */
function paint(canvas: HTMLCanvasElement, points: Float32Array): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(POINTS, POINTS);
  points.forEach((value, i) => {
    const light = smoothstep(DARK, CLEAR, value);
    const rim = RIM_SHARE * Math.exp(-(((light - RIM_AT) / RIM_WIDTH) ** 2));
    for (let channel = 0; channel < 3; channel++) {
      image.data[i * 4 + channel] = SHADE[channel] + (RIM[channel] - SHADE[channel]) * rim;
    }
    image.data[i * 4 + 3] = 255 * DEPTH * (1 - light);
  });
  context.putImageData(image, 0, 0);
}

function smoothstep(low: number, high: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return share * share * (3 - 2 * share);
}
