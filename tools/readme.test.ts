import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ERROR_CODES } from '../models/errors';
import { TARGETS } from '../models/sequence/languages';
import { MAX_CHARACTERS, MAX_WORDS } from '../models/sequence/limits';
import { MAX_BODY_BYTES } from '../server/http/body';
import { IMAGE_FORMATS } from '../models/photo/formats';
import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS } from '../models/photo/limits';
import { appRouter } from '../server/routers/app';
import { servedOptionsSchema, servedStreamOptionsSchema } from '../server/routers/caption-input';
import { captionSchema } from '../server/routers/caption-output';
import { root } from './process.mjs';

const MEGABYTE = 1024 * 1024;

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const api = section('The API');

function section(title: string): string {
  return new RegExp(`\n## ${title}\n(.*?)\n## `, 's').exec(readme)?.[1] ?? '';
}

/** The cells of every table row, without the backquotes. */
function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

describe('the README', () => {
  it('names every error code with its status and meaning', () => {
    const listed = rowsOf(api).filter(([code]) => /^[A-Z]+_?[A-Z_]+$/.test(code));
    const codes = Object.entries(ERROR_CODES);
    expect(listed).toEqual(codes.map(([code, { status, means }]) => [code, `${status}`, means]));
  });

  it('names every option with its range and default', () => {
    const { properties = {} } = z.toJSONSchema(servedOptionsSchema, { io: 'input' });
    for (const [name, option] of Object.entries(properties)) {
      const row = rowsOf(api).find(([first]) => first === name);
      if (typeof option === 'boolean' || !row) throw new Error(`There is no row for ${name}.`);
      const from = option.exclusiveMinimum === 0 ? 'above 0' : option.minimum;
      const ranges: Partial<Record<string, string>> = {
        boolean: 'true or false',
        array: `of ${TARGETS.join(', ')}`,
      };
      const range = ranges[String(option.type)] ?? `${from} to ${option.maximum}`;
      expect([name, row[1]]).toEqual([name, range]);
      if (option.default !== undefined) expect(row[2]).toBe(JSON.stringify(option.default));
      expect([name, row[3].includes('not for caption.stream')]).toEqual([
        name,
        !(name in servedStreamOptionsSchema.shape),
      ]);
    }
  });

  it('names every procedure, and every field of a caption', () => {
    const addresses = rowsOf(api).map(([address]) => address);
    const { _def: router } = appRouter;
    const procedures = Object.entries(router.procedures as object);
    expect(procedures.length).toBeGreaterThan(3);
    for (const [path, { _def: procedure }] of procedures) {
      const method = procedure.type === 'query' ? 'GET' : 'POST';
      expect(addresses).toContain(`${method} /api/trpc/${path}`);
    }
    const { candidates, words, model, timings, ...others } = captionSchema.shape;
    const objects = [candidates.unwrap().element, words.unwrap().element, model, timings];
    for (const { shape } of objects) {
      const list = Object.keys(shape).map((name) => `"${name}"`);
      expect(api).toContain(`{${list.join(', ')}}`);
    }
    for (const name of Object.keys(others)) expect(api).toContain(`"${name}"`);
  });

  it('tells the limits', () => {
    const words = api.replaceAll(/\s+/g, ' ');
    expect(words).toContain(`at most ${MAX_IMAGE_BYTES / MEGABYTE} MB`);
    expect(words).toContain(`${MAX_IMAGE_PIXELS / 1e6} megapixels`);
    expect(words).toContain(`at most ${(MAX_BODY_BYTES / MEGABYTE).toFixed(1)} MB`);
    for (const limit of [MAX_WORDS, MAX_CHARACTERS]) {
      expect(words).toContain(limit.toLocaleString('en'));
    }
    for (const { name } of IMAGE_FORMATS) expect(words).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('names every setting of the server', () => {
    const source = readFileSync(join(root, 'server/env.ts'), 'utf8');
    const settings = new Set(source.match(/\b(NEGAR_[A-Z_]+|PORT)(?=: )/g));
    expect(settings.size).toBeGreaterThan(10);
    const named = rowsOf(section('The server')).flatMap(([cell]) => cell.split(', '));
    for (const name of settings) expect(named).toContain(name);
  });
});
