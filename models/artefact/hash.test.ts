import { expect, it } from 'vitest';
import { sha256 } from './hash';

it('gives the hashes of FIPS 180-4 for "" and "abc"', async () => {
  expect(await sha256(new Uint8Array())).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
  expect(await sha256(Uint8Array.of(0x61, 0x62, 0x63))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
