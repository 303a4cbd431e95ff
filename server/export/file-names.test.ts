import { expect, it } from 'vitest';
import { FileNames } from './file-names';

it.each([
  ['dog.jpg', 'dog.jpg'],
  ['photos/2024/dog.jpg', 'photos/2024/dog.jpg'],
  ['../../etc/passwd', 'etc/passwd'],
  ['/etc/./x/..', 'etc/x'],
  ['C:\\a\\b.jpg', 'C__a_b.jpg'],
  ['a\0b\n<c>.jpg ', 'a_b__c_.jpg'],
  ['..', 'picture'],
  ['سگ.jpg', 'سگ.jpg'],
])('names %j %j', (path, name) => {
  expect(new FileNames().take(path, 7)).toBe(name);
});

it('tells files of the same name apart, whatever their case', () => {
  const names = new FileNames();
  expect([names.take('a/b.jpg', 1), names.take('A/B.JPG', 2), names.take('a/b.jpg', 3)]).toEqual([
    'a/b.jpg',
    'A/B-2.JPG',
    'a/b-3.jpg',
  ]);
  expect(names.take('.hidden', 4)).toBe('.hidden');
  expect(names.take('.hidden', 5)).toBe('.hidden-5');
});
