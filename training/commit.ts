import { execFileSync } from 'node:child_process';

/** The project's commit; where it came without its history, what NEGAR_COMMIT names, or "unknown". */
export function currentCommit(): string {
  if (process.env.NEGAR_COMMIT) return process.env.NEGAR_COMMIT;
  try {
    const options = { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], options).trim();
  } catch {
    return 'unknown';
  }
}
