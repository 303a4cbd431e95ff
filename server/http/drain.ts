import type { InferencePool } from '../inference/pool';
import type { Gate } from './server';

/** How long requests may go on once the server is to stop. */
const DRAIN_MS = 15_000;
/** How long the answers to those that were cut off may take. */
const FAREWELL_MS = 500;
const IDLE_CHECK_MS = 50;

/** Takes no more requests, lets those that are there finish, at most 15 s, and ends the workers. */
export async function drain(gate: Gate, inference: InferencePool): Promise<void> {
  gate.draining = true;
  const { server } = gate;
  const closed = new Promise((resolve) => server.close(resolve));
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const cut = setTimeout(() => {
    void inference.close();
    setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
  }, DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
  await inference.close();
}
