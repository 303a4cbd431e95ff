import { type DefaultTreeAdapterTypes, html, parse, type Token } from 'parse5';
import { parseSrcset } from 'srcset';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An `<img>` and where it stands in the source. */
export interface ImgTag {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Where else its picture may be had from: `src`, those that scripts load later, `srcset`. */
  readonly addresses: readonly string[];
  /** The value; undefined where there is no such attribute. */
  readonly alt: string | undefined;
  /** Where the attribute `alt` stands, or where it can be put. */
  readonly place: { readonly start: number; readonly end: number };
}

export interface ImgTags {
  /** Of the `<base>` that counts. */
  readonly base: string | undefined;
  readonly tags: readonly ImgTag[];
}

const ADDRESSES = ['src', 'data-src', 'data-original', 'data-lazy-src'];
const ADDRESS_SETS = ['srcset', 'data-srcset'];

/**
 * The `<img>`s of a page or of a part of one, as a browser without scripts finds them, also in
 * `<noscript>` and `<template>`.
 */
export function findImgTags(source: string): ImgTags {
  const root = parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const tags: ImgTag[] = [];
  let base: string | undefined;
  for (const element of elementsOf(root)) {
    if (element.namespaceURI !== html.NS.HTML) continue;
    if (element.tagName === 'base') base ??= attribute(element, 'href');
    if (element.tagName !== 'img') continue;
    const location = element.sourceCodeLocation;
    if (location) tags.push(imgTag(element, location, source));
  }
  return { base, tags: tags.toSorted((a, b) => a.place.start - b.place.start) };
}

/** In the order of the tree; without recursion, since pages may be nested as deep as they like. */
function* elementsOf(root: Node): Generator<Element> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) yield node;
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) {
      for (const child of node.childNodes.toReversed()) waiting.push(child);
    }
  }
}

function imgTag(
  element: Element,
  { startLine: line, startCol: column, startOffset, attrs }: Token.LocationWithAttributes,
  source: string,
): ImgTag {
  const place = attrs?.alt ?? after(attrs?.src?.endOffset ?? nameEnd(source, startOffset));
  return {
    line,
    column,
    addresses: addressesOf(element),
    alt: attribute(element, 'alt'),
    place: { start: place.startOffset, end: place.endOffset },
  };
}

/** Where the name of a tag ends: an `<image>` is an `<img>`, too. */
function nameEnd(source: string, start: number): number {
  return start + source.slice(start).search(/[\s/>]/);
}

function after(offset: number) {
  return { startOffset: offset, endOffset: offset };
}

/** Those of the `<source>`s in the same `<picture>` come last. */
function addressesOf(element: Element): readonly string[] {
  const parent = element.parentNode;
  const sources =
    parent && 'tagName' in parent && parent.tagName === 'picture'
      ? parent.childNodes.filter((node) => node.nodeName === 'source')
      : [];
  const single = ADDRESSES.map((name) => attribute(element, name));
  const sets = [element, ...(sources as Element[])].flatMap((node) =>
    ADDRESS_SETS.flatMap((name) => srcsetAddresses(attribute(node, name))),
  );
  return [...single, ...sets].filter((address): address is string => Boolean(address?.trim()));
}

function srcsetAddresses(set: string | undefined): readonly string[] {
  return set === undefined ? [] : parseSrcset(set).map(({ url }) => url);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}
