import { expect, it } from 'vitest';
import { prepareTranslations } from './prepare';
import { learnCase } from './truecase';

const repeated = <T>(items: readonly T[]) => Array.from({ length: 5 }, () => items).flat();

it('writes the first word as it is written elsewhere', () => {
  const write = learnCase(['Ein Hund läuft', 'Der Hund sieht ein Kind', 'Hunde', '„Ein Tag“']);
  expect(write('Ein Kind')).toBe('ein Kind');
  expect(write('Hund und Kind')).toBe('Hund und Kind');
  expect(write('„Ein Tag“')).toBe('„ein Tag“');
  expect(write('')).toBe('');
});

it('makes one item of a source in several languages, without its frame', () => {
  const { items, subwords, languages } = prepareTranslations(
    repeated([
      { source: 'A dog runs.', targets: { de: 'Ein Hund läuft.', fr: 'Un chien court.' } },
      { source: 'a dog runs', targets: { fa: 'سگی می‌دود' } },
      { source: 'A dog runs', targets: { fa: 'سگ می‌دود' } },
      { source: '.', targets: { fa: 'هیچ' } },
    ]),
    200,
  );
  const read = (ids: readonly number[] | undefined) => subwords.decode(ids ?? []);
  expect(read(items[0].source)).toBe('a dog runs');
  expect(read(items[0].targets.de)).toBe('ein Hund läuft');
  expect(read(items[0].targets.fr)).toBe('un chien court');
  expect(read(items[0].targets.fa)).toBe('سگی می‌دود');
  expect(items.every(({ source }) => source.length > 0)).toBe(true);
  const persian = languages.find(({ language }) => language === 'fa')!;
  expect(subwords.vocabulary.words[persian.mark]).toBe('<fa>');
  expect(persian.pieces.slice(0, 4)).toEqual([0, 1, 2, 3]);

  const again = prepareTranslations([{ source: 'A dog', targets: { cs: 'Pes' } }], subwords);
  expect(again.subwords).toBe(subwords);
  expect(again.items[0].source).toEqual(items[0].source.slice(0, again.items[0].source.length));

  const written = new Set(items.flatMap(({ targets }) => targets.fa ?? []));
  for (const piece of written) expect(persian.pieces).toContain(piece);
});
