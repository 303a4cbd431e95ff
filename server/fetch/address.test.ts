import { expect, it } from 'vitest';
import { isPublicAddress } from './address';

it.each(['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.1', '2606:4700:4700::1111'])(
  'takes %s for an address on the internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  ['this machine', '127.0.0.1'],
  ['this machine, spelled otherwise', '127.255.255.254'],
  ['this machine in IPv6', '::1'],
  ['no machine', '0.0.0.0'],
  ['no machine in IPv6', '::'],
  ['a private network', '10.0.0.1'],
  ['a private network', '172.16.0.1'],
  ['a private network', '192.168.1.1'],
  ['a private network in IPv6', 'fd00::1'],
  ['a link', '169.254.0.1'],
  ['a link in IPv6', 'fe80::1'],
  ['a site in IPv6', 'fec0::1'],
  ['the metadata service of clouds', '169.254.169.254'],
  ['the metadata service of AWS in IPv6', 'fd00:ec2::254'],
  ['the metadata service of Alibaba', '100.100.100.200'],
  ['the metadata service of Oracle', '192.0.0.192'],
  ['the wire server of Azure', '168.63.129.16'],
  ['the network of a provider (CGNAT)', '100.64.0.1'],
  ['a group', '224.0.0.1'],
  ['a group in IPv6', 'ff02::1'],
  ['everybody', '255.255.255.255'],
  ['nobody yet', '240.0.0.1'],
  ['documentation', '203.0.113.7'],
  ['documentation in IPv6', '2001:db8::1'],
  ['newer documentation in IPv6', '3fff::1'],
  ['IPv4 mapped to IPv6', '::ffff:127.0.0.1'],
  ['public IPv4 mapped to IPv6', '::ffff:8.8.8.8'],
  ['IPv4 in IPv6 as it was once written', '::127.0.0.1'],
  ['IPv4 translated to IPv6', '::ffff:0:127.0.0.1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['NAT64 of a site', '64:ff9b:1::a00:1'],
  ['6to4', '2002:7f00:1::'],
  ['Teredo', '2001:0:7f00:1::'],
  ['a name', 'localhost'],
  ['nothing', ''],
])('refuses the address of %s: %s', (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});
