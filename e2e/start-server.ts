import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A line of the server's log. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

/** The built server in a process of its own. */
export interface StartedServer {
  readonly url: string;
  readonly process: ChildProcess;
  readonly log: readonly LogLine[];
  /** The value of a metric; 0 when it has none yet. */
  metric(name: string): Promise<number>;
  /** Asks it to stop, and waits for it. @returns its exit code. */
  stop(): Promise<number | null>;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What Node runs. */
  readonly args?: readonly string[];
}

/** Starts the server on a free port, and waits until its model is loaded. */
export async function startServer({
  env = {},
  args = ['dist/server.mjs'],
}: StartOptions = {}): Promise<StartedServer> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      NEGAR_MODELS: process.env.NEGAR_E2E_MODELS,
      ...env,
    },
  });
  const log: LogLine[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code}.`)));
    createInterface(child.stdout).on('line', (text) => {
      if (!text.startsWith('{')) return;
      const line = JSON.parse(text) as LogLine;
      log.push(line);
      if (line.msg === 'listening') resolve(line.url as string);
    });
  });
  while (!(await fetch(`${url}/ready`)).ok) await new Promise((wait) => setTimeout(wait, 100));
  const { NEGAR_PASSWORD: password } = env;
  return {
    url,
    process: child,
    log,
    async metric(name) {
      const headers = new Headers();
      if (password !== undefined) headers.set('authorization', authorization(password));
      const text = await (await fetch(`${url}/metrics`, { headers })).text();
      const line = text.split('\n').find((row) => row.startsWith(`${name} `));
      return Number(line?.split(' ')[1] ?? 0);
    },
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}

/** The header that carries a password. */
export function authorization(password: string): string {
  return `Basic ${Buffer.from(`:${password}`).toString('base64')}`;
}
