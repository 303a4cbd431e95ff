import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { tinyCaptionerFields } from '../../models/testing/tiny-artefact';
import { manifestSchema, type CaptionerManifest } from '../../models/artefact/manifest';
import { tinyReport } from '../testing/tiny-report';
import { galleryPage } from './gallery';
import type { GalleryItem } from './gallery-items';

const manifest = manifestSchema.parse({
  format: 'negar-artefact/1',
  version: '1.0.0',
  description: 'A tiny model for tests.',
  licence: 'MIT',
  files: [{ path: 'decoder.bin', bytes: 1, sha256: 'a'.repeat(64) }],
  ...tinyCaptionerFields('a'.repeat(64)),
}) as CaptionerManifest;

const item: GalleryItem = {
  name: 'a.jpg',
  photo: 'data:image/jpeg;base64,AAAA',
  words: [
    { text: 'dogs', probability: 0.456, attention: 'data:image/png;base64,BBBB' },
    { text: '<unk>', probability: 0.9, attention: null },
  ],
  alt: 'Dogs <unk>.',
  confidence: 0.333,
  cider: 12.4,
  references: ['two <b>dogs</b> & a "cat"', 'dogs'],
};
const page = galleryPage(tinyReport(manifest), { best: [item], median: [], worst: [item, item] });
const { document } = parseHTML(page);
const all = (selector: string) => [...document.querySelectorAll(selector)];

describe('the gallery', () => {
  it('shows the photos of each kind under a heading', () => {
    expect(all('h1')[0].textContent).toBe('tiny-captioner 1.0.0 on dev');
    const counts = all('section').map((section) => section.querySelectorAll('article').length);
    expect(counts).toEqual([1, 0, 2]);
    for (const section of all('section')) {
      const heading = document.getElementById(section.getAttribute('aria-labelledby')!);
      expect(heading?.textContent).toMatch(/captions/i);
    }
  });

  it('shows a caption with its confidence, its words and what people wrote', () => {
    const [article] = all('article');
    expect(article.querySelector('h3')?.textContent).toBe('Dogs <unk>.');
    expect(article.textContent).toContain('CIDEr-D 12, confidence 33 %');
    const words = [...article.querySelectorAll('.words li')].map((word) => word.textContent);
    expect(words).toEqual(['dogs46 %', '<unk>90 %']);
    const references = [...article.querySelectorAll('.references li')];
    expect(references.map((reference) => reference.textContent)).toEqual(item.references);
  });

  it('lays attention over the photo where the model has it', () => {
    const looks = all('article:first-of-type .look').slice(0, 1);
    expect(looks[0].getAttribute('style')).toContain('data:image/png;base64,BBBB');
    expect(all('article')[0].querySelectorAll('.look').length).toBe(1);
    expect(all('article')[0].getAttribute('style')).toContain(item.photo);
  });

  it('takes text for text', () => {
    expect(page).toContain('two &lt;b&gt;dogs&lt;/b&gt;');
    expect(all('article b')).toEqual([]);
    expect(all('img')[0].getAttribute('alt')).toBe(item.references[0]);
  });

  it('loads nothing, and says so to the browser', () => {
    const [policy] = all('meta[http-equiv]');
    expect(policy.getAttribute('content')).toMatch(/^default-src 'none'/);
    expect(all('script, link, iframe')).toEqual([]);
    for (const image of all('img')) expect(image.getAttribute('src')).toMatch(/^data:/);
  });

  it('tells the scores by beam width', () => {
    const rows = all('tbody tr').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['1', '60.0', '17.0', '45.0', '18.0', '42.0'],
      ['3', '60.0', '17.0', '45.0', '18.0', '42.0'],
    ]);
  });
});
