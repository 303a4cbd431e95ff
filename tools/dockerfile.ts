import { type Copy, DockerfileParser, type Instruction } from 'dockerfile-ast';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './process.mjs';

/** A COPY instruction. */
export interface CopiedFiles {
  /** The stage that they come from; undefined for the project's folder. */
  readonly stage: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

/** A stage of a Dockerfile, as far as tests look into it. */
export interface Stage {
  readonly image: string;
  readonly name: string | undefined;
  readonly copies: readonly CopiedFiles[];
  /** Shell commands of its RUN instructions. */
  readonly runs: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string | undefined;
  readonly port: string | undefined;
  /** Program and arguments of CMD and of HEALTHCHECK. */
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

export const dockerfileText = readFileSync(join(root, 'Dockerfile'), 'utf8');

/** The stages of the project's Dockerfile; the last one is the image. */
export function readStages(): Stage[] {
  const stages: Instruction[][] = [];
  for (const instruction of DockerfileParser.parse(dockerfileText).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages.map(toStage);
}

function toStage(instructions: Instruction[]): Stage {
  const contents = (keyword: string) =>
    instructions
      .filter((instruction) => instruction.getKeyword() === keyword)
      .map((instruction) => instruction.getArgumentsContent() ?? '');
  const [image = '', , name] = contents('FROM')[0].split(' ');
  return {
    image,
    name,
    copies: instructions.filter((instruction) => instruction.getKeyword() === 'COPY').map(toCopy),
    runs: contents('RUN'),
    environment: Object.fromEntries(
      contents('ENV').flatMap((content) => content.split(/\s+/).map((entry) => entry.split('='))),
    ) as Record<string, string>,
    user: contents('USER').at(-1),
    port: contents('EXPOSE').at(-1),
    command: execForm(contents('CMD').at(-1)),
    healthcheck: execForm(
      contents('HEALTHCHECK')
        .at(-1)
        ?.replace(/^.*?CMD /, ''),
    ),
  };
}

function toCopy(instruction: Instruction): CopiedFiles {
  const copy = instruction as Copy;
  const paths = copy.getArguments().map((argument) => argument.getValue());
  return {
    stage: copy.getFromFlag()?.getValue() ?? undefined,
    sources: paths.slice(0, -1),
    target: paths.at(-1) ?? '',
  };
}

function execForm(content = '[]'): string[] {
  return z.array(z.string()).parse(JSON.parse(content));
}
