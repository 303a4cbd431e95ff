import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findPostgresql } from '../../tools/postgresql.mjs';

/** A PostgreSQL that a test started: its own data folder, on a free port of this machine. */
export interface TestPostgresql {
  /** Of a new, empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Debian's `nobody` and `nogroup`, since PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65_534, gid: 65_534 };

export const HAS_POSTGRESQL = findPostgresql() !== undefined;

/** @throws {Error} where `HAS_POSTGRESQL` is false. */
export async function startPostgresql(): Promise<TestPostgresql> {
  const folder = await mkdtemp(join(tmpdir(), 'negar-postgresql-'));
  const user = process.getuid?.() === 0 ? NOBODY : undefined;
  if (user) await chown(folder, user.uid, user.gid);
  const start = (program: string, ...args: string[]) =>
    spawn(join(findPostgresql()!, program), args, { cwd: folder, ...user, stdio: 'pipe' });
  const data = join(folder, 'data');
  await finished(
    start(
      'initdb',
      `--pgdata=${data}`,
      '--username=negar',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
    ),
  );
  const port = await freePort();
  const server = start(
    'postgres',
    '-D',
    data,
    '-k',
    folder,
    '-p',
    String(port),
    '-c',
    'fsync=off',
    '-c',
    'listen_addresses=127.0.0.1',
  );
  const end = () => void server.kill('SIGINT');
  process.once('exit', end);
  await listening(server);
  const address = (database: string) => `postgresql://negar@127.0.0.1:${port}/${database}`;
  let databases = 0;
  return {
    async createDatabase() {
      const name = `test_${databases++}`;
      const client = new Client(address('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    async stop() {
      const exit = once(server, 'exit');
      // Waits for connections that are closing; a client that is cut off meanwhile throws.
      server.kill('SIGTERM');
      await exit;
      process.off('exit', end);
      await rm(folder, { recursive: true });
    },
  };
}

async function finished(program: ChildProcess): Promise<void> {
  const output = read(program);
  const [code] = (await once(program, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`initdb failed: ${output.text}`);
}

/** Waits until the server says that it takes connections. */
async function listening(server: ChildProcess): Promise<void> {
  const output = read(server);
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', () => {
      if (output.text.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`postgres ended: ${output.text}`)));
  });
}

function read({ stdout, stderr }: ChildProcess): { text: string } {
  const output = { text: '' };
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (output.text += part));
  }
  return output;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
