import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { NegarError } from '../../models/errors';
import { isPublicAddress } from './address';

/** Who finds the addresses of a name, and which of them may be connected to. */
export interface NetworkPolicy {
  resolve(name: string): Promise<readonly string[]>;
  allows(address: string): boolean;
}

/** The system's resolver; addresses on the internet only. */
export const PUBLIC_NETWORK: NetworkPolicy = {
  resolve: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  allows: isPublicAddress,
};

const CONNECT_MS = 5_000;
/** Without a byte. */
const IDLE_MS = 10_000;

/**
 * Connects only to addresses that the policy allows. A name is resolved once for each connection, all
 * its addresses are checked, and the connection goes to one of those, so a name that changes its
 * address meanwhile (DNS rebinding) gains nothing. No proxy of the environment is used.
 */
export function createGuardedDispatcher(policy: NetworkPolicy): Agent {
  const connect = buildConnector({ timeout: CONNECT_MS, lookup: createPinnedLookup(policy) });
  return new Agent({
    headersTimeout: IDLE_MS,
    bodyTimeout: IDLE_MS,
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      // Addresses are connected to without asking `lookup`.
      if (isIP(host) && !policy.allows(host)) callback(forbidden(host, host), null);
      else connect(options, callback);
    },
  });
}

function createPinnedLookup(policy: NetworkPolicy): LookupFunction {
  return (name, { all }, callback) => {
    const answer = async () => {
      const found = await findAllowed(policy, name).catch((cause: NodeJS.ErrnoException) => cause);
      if (found instanceof Error) callback(found, '');
      else if (all) callback(null, found);
      else callback(null, found[0].address, found[0].family);
    };
    void answer();
  };
}

/** @throws {NegarError} ADDRESS_FORBIDDEN if any address is not allowed. */
async function findAllowed(policy: NetworkPolicy, name: string): Promise<LookupAddress[]> {
  const addresses = await policy.resolve(name);
  const refused = addresses.find((address) => !policy.allows(address));
  if (refused !== undefined) throw forbidden(name, refused);
  return addresses.map((address) => ({ address, family: isIP(address) }));
}

function forbidden(name: string, address: string): NegarError {
  const is = name === address ? 'is' : `has the address ${address}, which is`;
  return new NegarError(
    'ADDRESS_FORBIDDEN',
    `${name} ${is} not on the internet. Only pictures and pages on the internet are fetched; upload those of your own network.`,
  );
}
