export function requireDataFolder(): string {
  return process.env.NEGAR_DATA ?? new URL('../../shared/data', import.meta.url).pathname;
}
