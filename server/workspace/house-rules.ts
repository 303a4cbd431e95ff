import { z } from 'zod';

/** How a team words its alt texts. */
export const houseRulesSchema = z.strictObject({
  /** What every alt text begins with. */
  prefix: z.string().trim().max(40).default(''),
  /** Words and phrases that no alt text may have, in any case. */
  forbidden: z.array(z.string().trim().min(1).max(60)).max(200).default([]),
  /** Neutral wording for people. */
  neutral: z.boolean().default(false),
  /** Longest alt text, characters. */
  maxLength: z.number().int().min(20).max(500).default(125),
});

export type HouseRules = z.output<typeof houseRulesSchema>;

export const DEFAULT_RULES: HouseRules = houseRulesSchema.parse({});
