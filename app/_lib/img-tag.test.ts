import { expect, it } from 'vitest';
import { imgTag } from './img-tag';

it.each([
  ['a.jpg', 'A dog.', '<img src="a.jpg" alt="A dog.">'],
  ['a.jpg', '', '<img src="a.jpg" alt="">'],
  [
    'my dog.jpg',
    'Salt & "pepper" <3',
    '<img src="my%20dog.jpg" alt="Salt &amp; &quot;pepper&quot; &lt;3">',
  ],
  ['"><script>.jpg', 'سگ', '<img src="%22%3E%3Cscript%3E.jpg" alt="سگ">'],
])('writes a tag for %s', (name, alt, tag) => {
  expect(imgTag(name, alt)).toBe(tag);
});
