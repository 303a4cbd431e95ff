import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../models/errors';
import { MESSAGES } from './messages';

/** Every path of a tree of texts, with its text. */
function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, string | object]) =>
    typeof value === 'string' ? [[path + key, value]] : texts(value, `${path}${key}.`),
  );
}

/** Names that a text is filled with. */
function fields(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort();
}

describe.each(['en', 'fa'] as const)('the texts in %s', (locale) => {
  const all = texts(MESSAGES[locale]);

  it('can be filled in', () => {
    const failures: string[] = [];
    const t = createTranslator({
      locale,
      messages: MESSAGES[locale],
      onError: ({ message }) => failures.push(message),
    }) as unknown as { markup: (path: string, values: object) => string };
    for (const [path] of all) t.markup(path, { ...valuesOf(path), tag: (text: string) => text });
    expect(failures).toEqual([]);
  });

  it('take the same values as the English ones', () => {
    const english = new Map(texts(MESSAGES.en));
    const other = all.filter(
      ([path, text]) => `${fields(text)}` !== `${fields(english.get(path)!)}`,
    );
    expect(other).toEqual([]);
  });

  it('explain every error code', () => {
    expect(Object.keys(MESSAGES[locale].failure.texts)).toEqual(
      expect.arrayContaining(Object.keys(ERROR_CODES)),
    );
  });

  function valuesOf(path: string): Record<string, number> {
    const text = new Map(all).get(path)!;
    return Object.fromEntries(fields(text).map((name) => [name, 3]));
  }
});

it('has no Latin digit in Persian', () => {
  const withDigits = texts(MESSAGES.fa).filter(([, text]) => /[0-9]/.test(text.replace(/=0/g, '')));
  expect(withDigits).toEqual([]);
});
