import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A line of a log. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

/** A program of the build in a process of its own, with the test's models. */
export interface Program {
  readonly process: ChildProcess;
  readonly log: readonly LogLine[];
  /** The first line of the log that says so. */
  said(message: string): Promise<LogLine>;
}

/** The built server in a process of its own. */
export interface StartedServer extends Program {
  readonly url: string;
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

/** Starts a program that writes its log as lines of JSON. */
export function startProgram({ env = {}, args = [] }: StartOptions): Program {
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
  const lines = createInterface(child.stdout).on('line', (text) => {
    if (text.startsWith('{')) log.push(JSON.parse(text) as LogLine);
  });
  const ended = once(child, 'close');
  return {
    process: child,
    log,
    said(message) {
      const found = new Promise<LogLine>((resolve) => {
        const look = () => {
          const line = log.find(({ msg }) => msg === message);
          if (line) resolve(line);
        };
        lines.on('line', look);
        look();
      });
      const neverSaid = ended.then(([code]) => {
        const last = log.slice(-5).map((line) => JSON.stringify(line));
        throw new Error(`The program ended with code ${code}. It said last: ${last.join('\n')}`);
      });
      return Promise.race([found, neverSaid]);
    },
  };
}

/** Asks a program to stop, and waits for it. @returns its exit code. */
export async function stopProgram({ process: child }: Program): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  return child.exitCode;
}

/** Ends a program as a crash would, and waits until it is gone. */
export async function killProgram({ process: child }: Program): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Starts the server on a free port, and waits until its model is loaded. */
export async function startServer({
  env = {},
  args = ['dist/server.mjs'],
}: StartOptions = {}): Promise<StartedServer> {
  const program = startProgram({ env, args });
  const { url } = (await program.said('listening')) as LogLine & { readonly url: string };
  while (!(await fetch(`${url}/ready`)).ok) await new Promise((wait) => setTimeout(wait, 100));
  const { NEGAR_PASSWORD: password } = env;
  return {
    ...program,
    url,
    async metric(name) {
      const headers = new Headers();
      if (password !== undefined) headers.set('authorization', authorization(password));
      const text = await (await fetch(`${url}/metrics`, { headers })).text();
      const line = text.split('\n').find((row) => row.startsWith(`${name} `));
      return Number(line?.split(' ')[1] ?? 0);
    },
    stop: () => stopProgram(program),
  };
}

/** The header that carries a password. */
export function authorization(password: string): string {
  return `Basic ${Buffer.from(`:${password}`).toString('base64')}`;
}
