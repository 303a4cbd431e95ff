/**
 * SHA-256 of some bytes, 64 lower-case hexadecimal digits. Browsers offer it to secure pages only:
 * https and localhost.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
