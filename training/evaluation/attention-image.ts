import sharp from 'sharp';

/** Opacity of the shade over what the model did not look at. */
const SHADE = 0.8;

/**
 * A shade to lay over a photo that leaves bright what the model looked at: a PNG of one pixel a cell
 * of the grid, as a data URL.
 * @param attention weights of a square grid, row by row, not all 0.
 */
export async function attentionImage(attention: ArrayLike<number>): Promise<string> {
  const weights = Array.from(attention);
  const size = Math.sqrt(weights.length);
  const most = Math.max(...weights);
  const pixels = Uint8Array.from(
    weights.flatMap((weight) => [0, 0, 0, Math.round(255 * SHADE * (1 - weight / most))]),
  );
  const png = await sharp(pixels, { raw: { width: size, height: size, channels: 4 } })
    .png()
    .toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** A photo as a small JPEG, as a data URL. */
export async function thumbnail(photo: Uint8Array): Promise<string> {
  const jpeg = await sharp(photo)
    .resize(224, 224, { fit: 'fill' })
    .jpeg({ quality: 75 })
    .toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}
