import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { reliabilityPlot } from './reliability';
import { trainingCurves } from './training-curves';

const parse = (svg: string) => {
  const { document } = parseHTML(`<!doctype html><body>${svg}</body>`);
  return (selector: string) => [...document.querySelectorAll(selector)];
};

const epoch = (number: number, devLoss: number | null) => ({
  epoch: number,
  trainLoss: 4 / number,
  devLoss,
  devCider: devLoss && 10 * number,
});
const curves = [
  { name: 'LSTM', epochs: [epoch(1, 3), epoch(2, 2.5), epoch(3, 2.25)] },
  { name: 'GRU & <co>', epochs: [epoch(1, null), epoch(2, 2.6)] },
];

describe('trainingCurves', () => {
  const svg = trainingCurves(curves);
  const all = parse(svg);

  it('draws dev loss, training loss and CIDEr-D of each run', () => {
    const lines = all('[aria-label="line"]');
    expect(lines).toHaveLength(6);
    expect(lines.filter((line) => line.getAttribute('stroke-dasharray'))).toHaveLength(2);
    // A dot for each look at dev: three and one, in two panels.
    expect(all('[aria-label="dot"] circle')).toHaveLength(8);
  });

  it('names the runs and says in words what it shows', () => {
    const texts = all('text').map((text) => text.textContent);
    for (const { name } of curves) expect(texts.filter((text) => text === name)).toHaveLength(2);
    expect(all('desc')[0].textContent).toBe(
      'LSTM: after epoch 3, dev loss 2.25, dev CIDEr-D 30.0. ' +
        'GRU & <co>: after epoch 2, dev loss 2.60, dev CIDEr-D 20.0.',
    );
  });

  it('is a file of its own, in the colours that the reader prefers', () => {
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(/href|@import|url\(/);
    expect(svg).toContain('GRU &amp; &lt;co&gt;');
  });

  it('draws runs that have no epoch yet', () => {
    expect(trainingCurves([{ name: 'new', epochs: [] }])).toContain('new: no epoch yet.');
  });
});

describe('reliabilityPlot', () => {
  const bins = [
    { from: 0.2, to: 0.3, count: 30, predicted: 0.25, observed: 0.2 },
    { from: 0.7, to: 0.8, count: 10, predicted: 0.75, observed: 0.9 },
  ];
  const all = parse(reliabilityPlot(bins, 0.075));

  it('draws a dot for each bin, larger for more captions', () => {
    const radii = all('[aria-label="dot"] circle').map((dot) => Number(dot.getAttribute('r')));
    expect(radii).toHaveLength(2);
    expect(radii[0]).toBeGreaterThan(radii[1]);
    // Equal areas a caption.
    expect(radii[0] ** 2 / radii[1] ** 2).toBeCloseTo(3, 3);
  });

  it('says in words what it shows', () => {
    expect(all('desc')[0].textContent).toContain(
      '10 captions: confidence 0.75, of which 0.90 good',
    );
    expect(all('svg')[0].textContent).toContain('ECE 0.075');
  });
});
