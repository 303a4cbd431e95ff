import { z } from 'zod';

/** Architecture of a small network that reads a sequence and answers from its last hidden states. */
export const memoryConfigSchema = z.object({
  cell: z.enum(['rnn', 'gru', 'lstm']),
  /** Numbers that are read at each step. */
  inputSize: z.number().int().positive(),
  /** Size of the hidden state. */
  hiddenSize: z.number().int().positive(),
  /** Numbers of an answer. */
  outputs: z.number().int().positive(),
});

export type MemoryConfig = z.infer<typeof memoryConfigSchema>;
