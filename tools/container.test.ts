import { validate, ValidationSeverity } from 'dockerfile-utils';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readServerSettings } from '../server/env';
import { server } from './build.mjs';
import { dockerfileText, readStages } from './dockerfile';
import { root } from './process.mjs';

const PASSWORD = { NEGAR_PASSWORD: 'correct horse' };

const stages = readStages();
const image = stages[stages.length - 1];
const { scripts, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function lint(text: string): string[] {
  const severity = ValidationSeverity.ERROR;
  const problems = validate(text, {
    deprecatedMaintainer: severity,
    directiveCasing: severity,
    emptyContinuationLine: severity,
    instructionCasing: severity,
    instructionCmdMultiple: severity,
    instructionEntrypointMultiple: severity,
    instructionHealthcheckMultiple: severity,
    instructionJSONInSingleQuotes: severity,
    instructionWorkdirRelative: severity,
  });
  return problems.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

describe('the Dockerfile', () => {
  it('has no problem that its linter knows', () => {
    expect(lint(dockerfileText)).toEqual([]);
    expect(lint(dockerfileText.replace('COPY', 'CPY'))).toEqual(['Unknown instruction: CPY']);
    expect(lint(dockerfileText.replace('--retries', '--retry'))).toEqual(['Unknown flag: retry']);
  });

  it('copies files that exist, and .dockerignore lets through those and no others', () => {
    const copied = stages
      .flatMap(({ copies }) => copies)
      .filter(({ stage }) => stage === undefined)
      .flatMap(({ sources }) => sources);
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const rules = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    expect(rules.find((rule) => rule && !rule.startsWith('#'))).toBe('*');
    const allowed = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
    expect(allowed.toSorted()).toEqual([...new Set(copied)].toSorted());
  });

  it('copies from stages that come before', () => {
    const unknown = stages.flatMap(({ copies }, i) => {
      const before = stages.slice(0, i).map(({ name }) => name);
      return copies.filter(({ stage }) => stage !== undefined && !before.includes(stage));
    });
    expect(unknown).toEqual([]);
  });

  it('runs scripts of package.json on a Node that the project takes', () => {
    const runs = stages.flatMap((stage) => stage.runs).join('\n');
    const names = [...runs.matchAll(/npm run (\S+)/g)].map(([, name]) => name);
    expect(names).toContain('build');
    for (const name of names) expect(scripts).toHaveProperty(name);
    const major = /\d+/.exec(engines.node)?.[0];
    for (const stage of stages) expect(stage.image).toBe(`node:${major}-bookworm-slim`);
  });

  it('starts what the build makes, not as root, on the port that it exposes', () => {
    expect(image.command).toEqual(['node', server.slice(root.length)]);
    expect(image.user).toBe('node');
    expect(image.port).toBe(image.environment.PORT);
  });

  it('is open to a network, so it refuses to start without a password', () => {
    expect(() => readServerSettings(image.environment)).toThrow(/NEGAR_PASSWORD/);
    const settings = readServerSettings({ ...image.environment, ...PASSWORD });
    expect(settings.NEGAR_HOST).toBe('0.0.0.0');
  });
});
