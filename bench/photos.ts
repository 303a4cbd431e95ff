import sharp from 'sharp';

/** The same picture as two JPEG files. */
export interface Photos {
  /** 224x224, what the encoder reads. */
  readonly small: Uint8Array<ArrayBuffer>;
  /** 4000x3000, what a camera writes. */
  readonly large: Uint8Array<ArrayBuffer>;
}

/** Makes the files to measure with from any picture. */
export async function createPhotos(file: string): Promise<Photos> {
  const resize = async (width: number, height: number) =>
    new Uint8Array(await sharp(file).resize(width, height, { fit: 'fill' }).jpeg().toBuffer());
  return { small: await resize(224, 224), large: await resize(4000, 3000) };
}
