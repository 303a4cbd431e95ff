import ipaddr from 'ipaddr.js';

/** 2000::/3, the only part of IPv6 that is given to networks of the internet (RFC 4291, 2.4). */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** Public by its number, but answered by the machine's own cloud: the wire server of Azure. */
const CLOUD_SERVICES = ['168.63.129.16'];

/**
 * Whether an IP address belongs to a machine on the internet: not to this machine, a private network,
 * a cloud's metadata service, a group of machines, or a translator that leads to one of those
 * (IPv4 in IPv6, NAT64, 6to4, Teredo).
 * @param address in its usual form, of IPv4 or IPv6.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || CLOUD_SERVICES.includes(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}
