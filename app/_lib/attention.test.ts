import { describe, expect, it } from 'vitest';
import { placeOf, POINTS, smooth, standOut } from './attention';

/** All weight in one cell of the 7x7. */
function at(x: number, y: number): number[] {
  return Array.from({ length: 49 }, (_, i) => (i === y * 7 + x ? 1 : 0));
}

const EVEN = Array.from({ length: 49 }, () => 1 / 49);

describe('smooth', () => {
  it.each([
    [0, 0],
    [3, 3],
    [6, 2],
  ])('has its light around cell %i, %i', (x, y) => {
    const points = smooth(at(x, y));
    expect(points.length).toBe(POINTS ** 2);
    expect([Math.min(...points), Math.max(...points)]).toEqual([0, 1]);
    const brightest = points.indexOf(1);
    const cell = POINTS / 7;
    expect(Math.floor((brightest % POINTS) / cell)).toBe(x);
    expect(Math.floor(brightest / POINTS / cell)).toBe(y);
  });

  it('has no steps between neighbouring points', () => {
    const points = smooth(at(3, 3));
    const steps = points.map((value, i) => (i % POINTS ? Math.abs(value - points[i - 1]) : 0));
    expect(Math.max(...steps)).toBeLessThan(0.15);
  });

  it('mirrors what is mirrored', () => {
    const points = smooth(at(1, 4));
    const mirrored = smooth(at(5, 4));
    points.forEach((value, i) => {
      const x = i % POINTS;
      expect(value).toBeCloseTo(mirrored[i - x + (POINTS - 1 - x)], 5);
    });
  });

  it('leaves all of it light where nothing stands out', () => {
    expect(Math.min(...smooth(EVEN))).toBeCloseTo(1, 5);
    const nearlyEven = EVEN.map((weight, i) => weight * (i === 24 ? 1.1 : 1));
    expect(Math.min(...smooth(nearlyEven))).toBeGreaterThan(0.9);
  });
});

describe('standOut', () => {
  /** Half of the weight in each of two corners or cells. */
  const both = (a: number[], b: number[]) => a.map((weight, i) => (weight + b[i]) / 2);

  it('takes away what all words look at', () => {
    const corner = at(0, 0);
    const words = [corner, both(corner, at(3, 3)), both(corner, at(5, 5))];
    const [first, second, third] = standOut(words);
    expect(first).toEqual(corner);
    expect(placeOf(second)).toBe('middle');
    expect(placeOf(third)).toBe('bottomRight');
    expect(second.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
  });

  it('is even where words hardly differ', () => {
    const nearly = EVEN.map((weight, i) => weight + (i === 0 ? 0.01 : i === 1 ? -0.01 : 0));
    expect(standOut([EVEN, nearly])).toEqual([EVEN, EVEN]);
  });

  it('leaves a single word as it is', () => {
    expect(standOut([at(2, 2)])).toEqual([at(2, 2)]);
  });
});

describe('placeOf', () => {
  it.each([
    [0, 0, 'topLeft'],
    [3, 0, 'top'],
    [6, 0, 'topRight'],
    [0, 3, 'left'],
    [3, 3, 'middle'],
    [6, 3, 'right'],
    [0, 6, 'bottomLeft'],
    [3, 6, 'bottom'],
    [6, 6, 'bottomRight'],
  ])('calls cell %i, %i %s', (x, y, place) => {
    expect(placeOf(at(x, y))).toBe(place);
  });

  it('calls even weights all', () => {
    expect(placeOf(EVEN)).toBe('all');
  });
});
