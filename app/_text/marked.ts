/** A part of a text. */
interface Part {
  readonly start: number;
  readonly part: string;
  readonly isMarked: boolean;
}

/**
 * Cuts a text where marks begin and end; all parts together are the text.
 * @param marks parts of the text in any order, none of which overlap.
 */
export function marked(
  text: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): Part[] {
  const parts: Part[] = [];
  let place = 0;
  const cut = (end: number, isMarked: boolean) => {
    if (end > place) parts.push({ start: place, part: text.slice(place, end), isMarked });
    place = end;
  };
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    cut(start, false);
    cut(end, true);
  }
  cut(text.length, false);
  return parts;
}
