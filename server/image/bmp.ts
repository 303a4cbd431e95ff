/**
 * Reads the dimensions, in pixels, from the header of a BMP file (Microsoft, "Bitmap Storage").
 * @throws {RangeError} when the file ends inside the header.
 */
export function readBmpSize(bytes: Uint8Array): { width: number; height: number } {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasCoreHeader = header.getUint32(14, true) === 12;
  if (hasCoreHeader) {
    return { width: header.getUint16(18, true), height: header.getUint16(20, true) };
  }
  // A negative height says that the rows run from the top down.
  return { width: header.getInt32(18, true), height: Math.abs(header.getInt32(22, true)) };
}
