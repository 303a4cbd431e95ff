import { encodeXML, escapeAttribute } from 'entities';

/** The source of an HTML file as text that turns back into the very same bytes. */
export interface HtmlText {
  readonly text: string;
  /** A piece of the text as people read it. */
  read(piece: string): string;
  /** The value of an attribute in double quotes, with characters that every encoding has. */
  attribute(value: string): string;
  toBytes(text: string): Uint8Array<ArrayBuffer>;
}

/** The beginning of a file, in which browsers look for its encoding. */
const HEAD = 1024;
const ESCAPE = '\x1b';
const DEFAULT_ENCODING = 'windows-1252';

/**
 * @returns undefined for UTF-16 and ISO-2022, in which the bytes of a tag may mean something else.
 */
export function readHtml(bytes: Uint8Array): HtmlText | undefined {
  return readUtf8(bytes) ?? readSingleBytes(bytes);
}

function readUtf8(bytes: Uint8Array): HtmlText | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.includes('\0') || text.includes(ESCAPE)) return undefined;
    const attribute = (value: string) => keepLines(escapeAttribute(value));
    return { text, read: (piece) => piece, attribute, toBytes: encodeUtf8 };
  } catch {
    return undefined;
  }
}

/** Takes each byte for a character, and writes others as character references. */
function readSingleBytes(bytes: Uint8Array): HtmlText | undefined {
  const source = Buffer.from(bytes);
  const text = source.toString('latin1');
  if (text.includes('\0') || text.includes(ESCAPE)) return undefined;
  const encoding = encodingOf(text);
  return {
    text,
    read: (piece) => (isSingleBytes(piece) ? decode(piece, encoding) : piece),
    attribute: (value) => keepLines(encodeXML(value)),
    toBytes: (changed) => new Uint8Array(Buffer.from(changed, 'latin1')),
  };
}

/** A character reference may have become any other character. */
function isSingleBytes(piece: string): boolean {
  return Buffer.from(piece, 'latin1').toString('latin1') === piece;
}

/** As a stream, since Node 20 otherwise takes windows-1252 for ISO-8859-1. */
function decode(piece: string, encoding: string): string {
  return new TextDecoder(encoding).decode(Buffer.from(piece, 'latin1'), { stream: true });
}

function encodingOf(text: string): string {
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text.slice(0, HEAD))?.[1];
  try {
    return new TextDecoder(label ?? DEFAULT_ENCODING).encoding;
  } catch {
    return DEFAULT_ENCODING;
  }
}

/** Line breaks as references, so that a line of the file stays a line. */
function keepLines(value: string): string {
  return value.replaceAll('\n', '&#10;').replaceAll('\r', '&#13;');
}

function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
