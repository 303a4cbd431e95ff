import { describe, expect, it } from 'vitest';
import { tokenize13a } from './tokenize-13a';

/** Worked out by hand from the four rules of mteval-v13a. */
describe('tokenize13a', () => {
  it.each([
    ['Ein Hund läuft.', 'Ein Hund läuft .'],
    ['one,two, three', 'one , two , three'],
    ['1,000.5 and 3.', '1,000.5 and 3 .'],
    ['a 3.x', 'a 3 . x'],
    ["l'homme d'or", "l'homme d'or"],
    ['blond-haired 3-year-old', 'blond-haired 3 - year-old'],
    ['(a) [b] {c}', '( a ) [ b ] { c }'],
    ['"quoted" & more: a/b; 50%', '" quoted " & more : a / b ; 50 %'],
    ['&quot;x&quot; &amp; &lt;y&gt;', '" x " & < y >'],
    ['a-\nb\nc', 'ab c'],
    ['<skipped>x', 'x'],
    ['سگی، می‌دود.', 'سگی، می‌دود .'],
    ['what?!', 'what ? !'],
    ['...', '. . .'],
    ['', ''],
  ])('splits %j', (line, expected) => {
    expect(tokenize13a(line).join(' ')).toBe(expected);
  });
});
