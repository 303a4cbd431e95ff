import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NetworkPolicy } from '../dispatcher';

/** Answers a request, at once or later. */
export type LocalListener = (...args: Parameters<RequestListener>) => unknown;

/** A web server on this machine that a test may fetch from, under any name. */
export interface LocalWeb {
  /** The address of a path, under a name that resolves to this machine. */
  url(path: string, name?: string): string;
  readonly port: number;
  /** Resolves every name to this machine, and allows nothing else. */
  readonly policy: NetworkPolicy;
  close(): Promise<void>;
}

export async function startLocalWeb(listener: LocalListener): Promise<LocalWeb> {
  const server = createServer((...args) => void listener(...args)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: (path, name = 'example.test') => `http://${name}:${port}${path}`,
    policy: {
      resolve: () => Promise.resolve(['127.0.0.1']),
      allows: (address) => address === '127.0.0.1',
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
