import { createTwoFilesPatch } from 'diff';
import { MagicString } from 'magic-string';
import { chooseAlt, type LeftReason, type PatchOptions } from './choose-alt';
import { type HtmlText, readHtml } from './html-text';
import { findImgTags, type ImgTag } from './img-tags';
import type { FoundBy, IndexedPicture, PictureIndex } from './picture-index';
import { baseOf } from './reference';

interface HtmlFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the page is published; resolves relative addresses. */
  readonly address?: string;
}

interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The first of its addresses. */
  readonly address: string;
}

interface FilledImg extends Place {
  /** Undefined where there was no attribute. */
  readonly before: string | undefined;
  readonly alt: string;
  readonly by: FoundBy;
}

interface LeftImg extends Place {
  readonly reason: LeftReason;
}

interface HtmlPatch {
  readonly filled: readonly FilledImg[];
  readonly left: readonly LeftImg[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A unified diff, in the file's own encoding; undefined where too much changed for one. */
  readonly diff: Uint8Array<ArrayBuffer> | undefined;
}

/** Changed lines up to which the time for a diff stays within seconds. */
const MAX_EDITS = 4000;
/** Lines around a changed one, as is usual. */
const CONTEXT = 3;

/**
 * Fills in alt attributes and leaves every other byte as it is.
 * @returns undefined where the encoding of the file is not supported: UTF-16, ISO-2022.
 */
export function patchHtml<P extends IndexedPicture>(
  file: HtmlFile,
  pictures: PictureIndex<P>,
  options: PatchOptions,
): HtmlPatch | undefined {
  const html = readHtml(file.bytes);
  if (!html) return undefined;
  const { base, tags } = findImgTags(html.text);
  const start = baseOf(file.address, base);
  const filled: FilledImg[] = [];
  const left: LeftImg[] = [];
  const source = new MagicString(html.text);
  for (const tag of tags) {
    const { line, column } = tag;
    const place = { line, column, address: html.read(tag.addresses[0] ?? '') };
    const choice = chooseAlt(tag, html, start, pictures, options);
    if (typeof choice === 'string') {
      left.push({ ...place, reason: choice });
    } else {
      write(source, html, tag, choice.alt);
      filled.push({ ...place, before: tag.alt && html.read(tag.alt), ...choice });
    }
  }
  const patched = source.toString();
  return { filled, left, bytes: html.toBytes(patched), diff: diffOf(file.name, html, patched) };
}

function write(source: MagicString, html: HtmlText, { place, alt }: ImgTag, text: string): void {
  const { start, end } = place;
  const name = alt === undefined ? ' alt' : html.text.slice(start, end).split(/[\s=]/, 1)[0];
  const written = `${name}="${html.attribute(text)}"`;
  if (start === end) source.appendLeft(start, written);
  else source.overwrite(start, end, written);
}

function diffOf(
  name: string,
  html: HtmlText,
  patched: string,
): Uint8Array<ArrayBuffer> | undefined {
  const diff = createTwoFilesPatch(`a/${name}`, `b/${name}`, html.text, patched, '', '', {
    context: CONTEXT,
    maxEditLength: MAX_EDITS,
  });
  return diff === undefined ? undefined : html.toBytes(diff);
}
