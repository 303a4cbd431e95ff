import { z } from 'zod';
import { NegarError } from './errors';

/**
 * Checks options and fills in their defaults.
 * @throws {NegarError} OPTION_INVALID, naming each option that is wrong and what it may be.
 */
export function parseOptions<S extends z.ZodType>(schema: S, options: z.input<S>): z.output<S> {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  throw new NegarError('OPTION_INVALID', z.prettifyError(result.error), { cause: result.error });
}
