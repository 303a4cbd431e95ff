const ENTITIES: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** An `<img>` for HTML; an empty alt text marks the picture as decorative. */
export function imgTag(name: string, alt: string): string {
  return `<img src="${escape(encodeURI(name))}" alt="${escape(alt)}">`;
}

function escape(text: string): string {
  return text.replace(/[&"<>]/g, (character) => ENTITIES[character]);
}
