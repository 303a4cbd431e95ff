import { toNegarError } from '../../models/errors';
import { lazily } from '../inference/lazily';
import type { DescriptionJob, DescriptionOutcome } from './describer';
import { ExifTool } from './exiftool';

/** A thread that writes alt texts into picture files. */

const exifTool = lazily(() => ExifTool.start());

export default async function describe({
  photo,
  text,
}: DescriptionJob): Promise<DescriptionOutcome> {
  try {
    const tool = await exifTool();
    return { photo: await tool.describe(photo, text) };
  } catch (error) {
    const { code, message } = toNegarError(error);
    return { error: { code, message } };
  }
}
