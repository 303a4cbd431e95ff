import { Parser } from 'htmlparser2';
import { parseSrcset } from 'srcset';
import { NegarError } from '../../models/errors';

/** An `<img>` of a page. */
export interface PageImage {
  /** The addresses that it may be shown from, the best first; complete ones, of any protocol. */
  readonly addresses: readonly string[];
  /** Its alt text; undefined without the attribute. */
  readonly alt: string | undefined;
  /** What says most about it where it is used: its caption, title, link, heading and paragraph. */
  readonly context: string;
  /** So small that it is there to count readers or to fill a gap. */
  readonly isTiny: boolean;
}

type Attributes = Readonly<Record<string, string>>;
type Kind = 'heading' | 'figure' | 'caption' | 'link' | 'block';

/** An element whose text says something about a picture. */
interface Passage {
  text: string;
  readonly label?: string;
  /** Of a figure. */
  caption?: Passage;
}

interface Draft {
  readonly attributes: Attributes;
  readonly sources: readonly Attributes[];
  readonly heading: Passage | undefined;
  readonly figure: Passage | undefined;
  readonly link: Passage | undefined;
  /** The text block that it is in, else the one before it. */
  readonly block: Passage | undefined;
  /** The text block after it, if it is in none. */
  next?: Passage;
}

/** Deepest nesting of elements; browsers keep 512. What is deeper takes a parser forever. */
const MAX_DEPTH = 2000;
/** Most text that is taken from one element, characters. */
const MAX_PART = 400;
/** Sides of at most so many pixels show nothing. */
const TINY = 2;

const KINDS: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'])),
  ...Object.fromEntries(['p', 'li', 'td', 'dd', 'blockquote'].map((name) => [name, 'block'])),
  figure: 'figure',
  figcaption: 'caption',
  a: 'link',
};

/**
 * Finds the pictures of a page: where they are, their alt text, and what stands around them. Reads
 * the page once and keeps no tree of it.
 * @param address of the page.
 * @throws {NegarError} PAGE_INVALID when its elements are nested too deeply.
 */
export function findImages(html: string, address: string): PageImage[] {
  const reader = new PageReader();
  const parser = new Parser(reader);
  parser.end(html);
  const base = URL.canParse(reader.base ?? '', address)
    ? new URL(reader.base ?? '', address).href
    : address;
  return reader.drafts.map((draft) => toImage(draft, base));
}

/** Collects pictures while a parser goes through a page. */
class PageReader {
  readonly drafts: Draft[] = [];
  base: string | undefined;
  private readonly open: Record<Kind, Passage[]> = {
    heading: [],
    figure: [],
    caption: [],
    link: [],
    block: [],
  };
  private heading: Passage | undefined;
  private lastBlock: Passage | undefined;
  private sources: Attributes[] = [];
  private silent = 0;
  private depth = 0;

  onopentag(name: string, attributes: Attributes): void {
    if (++this.depth > MAX_DEPTH) {
      throw new NegarError(
        'PAGE_INVALID',
        `The page nests its elements more than ${MAX_DEPTH} deep.`,
      );
    }
    if (name === 'base') this.base ??= attributes.href;
    else if (name === 'script' || name === 'style') this.silent++;
    else if (name === 'picture') this.sources = [];
    else if (name === 'source') this.sources.push(attributes);
    else if (name === 'img') this.addImage(attributes);
    const kind = KINDS[name];
    if (kind) this.begin(kind, { text: '', label: attributes['aria-label'] });
  }

  ontext(text: string): void {
    if (this.silent > 0) return;
    for (const passages of Object.values(this.open)) {
      const passage = passages.at(-1);
      if (passage && passage.text.length < MAX_PART) passage.text += text.slice(0, MAX_PART);
    }
  }

  onclosetag(name: string): void {
    this.depth--;
    if (name === 'script' || name === 'style') this.silent--;
    else if (name === 'picture') this.sources = [];
    const kind = KINDS[name];
    const passage = kind && this.open[kind].pop();
    if (kind === 'block') this.lastBlock = passage;
  }

  private begin(kind: Kind, passage: Passage): void {
    if (kind === 'heading') this.heading = passage;
    const figure = this.open.figure.at(-1);
    if (kind === 'caption' && figure) figure.caption ??= passage;
    const last = this.drafts.at(-1);
    if (last && kind === 'block') last.next ??= passage;
    if (last && kind === 'heading') last.next ??= { text: '' };
    this.open[kind].push(passage);
  }

  private addImage(attributes: Attributes): void {
    const { figure, link, block } = this.open;
    this.drafts.push({
      attributes,
      sources: this.sources,
      heading: this.heading,
      figure: figure.at(-1),
      link: link.at(-1),
      block: block.at(-1) ?? this.lastBlock,
      next: block.length > 0 ? { text: '' } : undefined,
    });
  }
}

function toImage(draft: Draft, base: string): PageImage {
  const { attributes, sources, heading, figure, link, block, next } = draft;
  const spelled = [
    attributes.src,
    attributes['data-src'],
    ...[attributes, ...sources].flatMap(fromSrcset),
  ];
  const parts = [
    textOf(figure?.caption),
    attributes.title ?? '',
    link?.label ?? textOf(link),
    textOf(heading),
    textOf(next) || textOf(block),
  ];
  const named = new Set(parts.map((part) => part.trim()).filter((part) => part !== ''));
  return {
    addresses: spelled.flatMap((url) =>
      url?.trim() && URL.canParse(url, base) ? [new URL(url, base).href] : [],
    ),
    alt: attributes.alt,
    context: [...named].join(' · '),
    isTiny: isTiny(attributes, 'width') || isTiny(attributes, 'height'),
  };
}

/** The largest first. */
function fromSrcset(attributes: Attributes): string[] {
  return parseSrcset(attributes.srcset ?? attributes['data-srcset'] ?? '')
    .sort((a, b) => (b.width ?? b.density ?? 1) - (a.width ?? a.density ?? 1))
    .map(({ url }) => url);
}

function textOf(passage: Passage | undefined): string {
  return (passage?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_PART);
}

function isTiny(attributes: Attributes, side: 'width' | 'height'): boolean {
  const style = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*(\\d+)px`, 'i');
  const size = attributes[side] ?? style.exec(attributes.style ?? '')?.[1] ?? '';
  return /^\s*\d+(px)?\s*$/.test(size) && Number.parseInt(size, 10) <= TINY;
}
