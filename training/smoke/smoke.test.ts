import { expect, it } from 'vitest';
import { runProgram } from './program';

it('goes the whole way from pictures to captions in one command', async () => {
  const output = await runProgram('training/task.ts', ['train', '--preset', 'smoke']);
  expect(output).toMatch(/the colour is named in \d+ of 40 captions/);
});
