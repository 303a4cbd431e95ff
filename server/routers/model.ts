import { z } from 'zod';
import { captionerSchema } from '../../models/artefact/manifest';
import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS } from '../../models/photo/limits';
import { procedure, router } from '../trpc';

const { id, version, description, licence, encoder, training, scores, generation } =
  captionerSchema.shape;

const modelInfoSchema = z.object({
  id,
  version,
  description,
  licence,
  encoder,
  training,
  scores,
  generation,
  limits: z.object({
    /** Largest file of a photo. */
    bytes: z.number().int(),
    /** Largest photo, width times height. */
    pixels: z.number().int(),
  }),
});

export const modelRouter = router({
  /** The model that captions, what it was trained on and how well it does. */
  info: procedure
    .input(z.void())
    .output(modelInfoSchema)
    .query(({ ctx }) => ({
      ...ctx.inference.model(),
      limits: { bytes: MAX_IMAGE_BYTES, pixels: MAX_IMAGE_PIXELS },
    })),
});
