import sharp from 'sharp';

/** The file of a photo. */
export function createPhoto(width = 640, height = 480): Promise<Buffer> {
  const create = { width, height, channels: 3, background: '#c89664' } as const;
  return sharp({ create }).jpeg().toBuffer();
}

/** A form with a photo and options. */
export function formOf(photo: Buffer, options: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.set('photo', new File([new Uint8Array(photo)], 'private-name.jpg'));
  for (const [name, value] of Object.entries(options)) form.set(name, value);
  return form;
}
