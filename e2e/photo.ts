import sharp from 'sharp';

/** The file of a photo. */
export function createPhoto(width = 640, height = 480, background = '#c89664'): Promise<Buffer> {
  const create = { width, height, channels: 3, background } as const;
  return sharp({ create }).jpeg().toBuffer();
}

/** Files of small photos, no two of them the same. */
export function createDifferentPhotos(count: number): Promise<Buffer[]> {
  return Promise.all(
    Array.from({ length: count }, (_, i) =>
      createPhoto(64 + Math.floor(i / 100), 48 + (i % 100), '#4a90a4'),
    ),
  );
}

/** A form with a photo and options. */
export function formOf(photo: Buffer, options: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.set('photo', new File([new Uint8Array(photo)], 'private-name.jpg'));
  for (const [name, value] of Object.entries(options)) form.set(name, value);
  return form;
}
