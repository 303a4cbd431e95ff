/** The platform globals that Node 20, tabs and Web Workers share and that `models/` relies on. */

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
}

declare const performance: { now(): number };

declare class TextDecoder {
  decode(input: Uint8Array): string;
}

declare const crypto: {
  readonly subtle: { digest(algorithm: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> };
};
