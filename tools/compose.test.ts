import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { readServerSettings } from '../server/env';
import { readStages } from './dockerfile';
import { root } from './process.mjs';

const text = readFileSync(join(root, 'compose.yaml'), 'utf8');
const names = z.array(z.string());
const duration = z.string().regex(/^\d+(s|m)$/);

/** What the file uses of https://github.com/compose-spec/compose-spec; an unknown key is a mistake. */
const serviceSchema = z.strictObject({
  build: z.literal('.').optional(),
  image: z.string().optional(),
  profiles: names.optional(),
  environment: z.record(z.string(), z.string()),
  ports: names.default([]),
  networks: names,
  volumes: z.array(z.string().regex(/^[a-z]+:\//)).default([]),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.literal('CMD')], z.string()),
      interval: duration,
      timeout: duration,
      retries: z.int(),
      start_period: duration,
    })
    .optional(),
  stop_grace_period: duration.optional(),
  restart: z.literal('unless-stopped'),
  read_only: z.boolean().optional(),
  tmpfs: names.optional(),
  cap_drop: names.optional(),
  security_opt: names.optional(),
});

const composeSchema = z.strictObject({
  name: z.string(),
  services: z.strictObject({ server: serviceSchema, database: serviceSchema }),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean() })),
  volumes: z.record(z.string(), z.null()),
});

const document = parseDocument(text, { strict: true, uniqueKeys: true });
const compose = composeSchema.parse(document.toJS());
const { server, database } = compose.services;

/** Puts variables in as Compose does. @throws {Error} for a required one that is empty. */
function interpolate(value: string, variables: Record<string, string>): string {
  return value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind, rest: string) => {
    const given = variables[name];
    if (given) return given;
    if (kind === '?') throw new Error(`${name}: ${rest}`);
    return rest;
  });
}

function settingsOf(variables: Record<string, string>) {
  const entries = Object.entries(server.environment);
  return readServerSettings(
    Object.fromEntries(entries.map(([name, value]) => [name, interpolate(value, variables)])),
  );
}

describe('compose.yaml', () => {
  it('is YAML without mistakes, and names only networks and volumes that it has', () => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    for (const { networks, volumes } of [server, database]) {
      for (const network of networks) {
        expect(['default', ...Object.keys(compose.networks)]).toContain(network);
      }
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0]);
    }
  });

  it('gives the server settings that it takes, and wants a password', () => {
    expect(() => settingsOf({})).toThrow(/^NEGAR_PASSWORD: Choose a password/);
    const DATABASE_URL = 'postgresql://negar:correct-horse@database:5432/negar';
    const settings = settingsOf({
      NEGAR_PASSWORD: 'correct horse',
      NEGAR_QUEUE: '4',
      DATABASE_URL,
    });
    expect(settings).toMatchObject({ NEGAR_HOST: '0.0.0.0', NEGAR_QUEUE: 4, NEGAR_ORIGINS: [] });
    for (const name of Object.keys(server.environment)) expect(settings).toHaveProperty(name);
  });

  it('opens the port of the image to this machine only, and the database to nothing but it', () => {
    const port = readStages().at(-1)?.port;
    expect(server.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(database.ports).toEqual([]);
    expect(database.networks).toEqual(['storage']);
    expect(server.networks).toContain('storage');
    expect(compose.networks.storage.internal).toBe(true);
  });

  it('is a file that Docker Compose takes', async ({ skip }) => {
    const docker = (...args: string[]) =>
      promisify(execFile)('docker', ['compose', ...args], {
        cwd: root,
        env: {
          ...process.env,
          NEGAR_PASSWORD: 'correct horse',
          POSTGRES_PASSWORD: 'correct horse',
        },
      });
    const version = await docker('version').catch(() => undefined);
    if (!version) skip('Docker Compose is not installed');
    const { stdout } = await docker('--profile', 'storage', 'config', '--services');
    expect(stdout.trim().split('\n').toSorted()).toEqual(['database', 'server']);
  });
});
