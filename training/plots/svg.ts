import { plot, type PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** Colours of series, each at least 3:1 on white and on the dark background. */
export const COLOURS = ['#3b82c4', '#d9622b', '#2f9e58', '#9a6dd7'];

const STYLE = `
.negar-plot { color: #1f2328; background: #ffffff; font-family: system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { .negar-plot { color: #e6edf3; background: #0d1117; } }
`;

const PANEL = { width: 400, height: 300 };

/**
 * Draws panels side by side as an SVG file that needs nothing else and follows the reader's colour
 * scheme.
 * @param title what a screen reader calls the picture.
 * @param description what the picture shows, in words.
 */
export function drawSvg(title: string, description: string, panels: readonly PlotOptions[]) {
  const { document } = parseHTML('<!doctype html><html></html>');
  const element = (tag: string, attributes: Record<string, string>, text?: string) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const width = PANEL.width * panels.length;
  const svg = element('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${PANEL.height}`,
    width: `${width}`,
    height: `${PANEL.height}`,
    class: 'negar-plot',
    role: 'img',
    'aria-label': title,
  });
  svg.append(element('title', {}, title), element('desc', {}, description));
  svg.append(element('style', {}, STYLE));
  panels.forEach((options, i) => {
    const panel = plot({ document, ...PANEL, className: 'panel', marginTop: 30, ...options });
    panel.setAttribute('x', `${i * PANEL.width}`);
    svg.append(panel);
  });
  return `${svg.outerHTML}\n`;
}
