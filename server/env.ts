import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { parseOptions } from '../models/options';
import { DATA_FOLDER, SHIPPED_MODELS } from './folders';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

const modelSettingsSchema = z.object({
  /** Folder of the artefacts. */
  NEGAR_MODELS: z.string().default(SHIPPED_MODELS),
  /** Folder or address of another encoder's artefact. */
  NEGAR_ENCODER: z.string().optional(),
  /** Name of the decoder's folder among the artefacts, instead of `captioner-<id of the encoder>`. */
  NEGAR_DECODER: z.string().optional(),
});

const storageSettingsSchema = z.object({
  /** Folder of the workspace, unless DATABASE_URL names a database. */
  NEGAR_WORKSPACE: z.string().default(DATA_FOLDER),
  /** PostgreSQL that keeps the workspace. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
});

const seconds = z.coerce.number().positive().max(3600);

const serverSettingsSchema = modelSettingsSchema
  .extend(storageSettingsSchema.shape)
  .extend({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    /** Address to listen on; every other than this machine's own opens the server to a network. */
    NEGAR_HOST: z.string().default('127.0.0.1'),
    /** What every request but `/live` and `/ready` must carry, by HTTP basic authentication. */
    NEGAR_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
    /** "yes" opens the server to a network without a password. */
    NEGAR_OPEN_WITHOUT_PASSWORD: z.literal('yes').optional(),
    /** Origins, separated by commas, of pages that may change things besides the server's own. */
    NEGAR_ORIGINS: z
      .string()
      .transform((list) => list.split(',').map((origin) => origin.trim()))
      .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((origin) => new URL(origin).origin)))
      .default([]),
    /** Threads that caption. */
    NEGAR_WORKERS: z.coerce
      .number()
      .int()
      .min(1)
      .max(64)
      .default(Math.min(4, availableParallelism())),
    /** Photos that may wait for a thread. */
    NEGAR_QUEUE: z.coerce.number().int().min(0).max(1000).default(16),
    /** Items of jobs that are worked on at a time; 0 leaves them to other processes. */
    NEGAR_JOBS: z.coerce.number().int().min(0).max(64).default(4),
    /** From the complete request to its caption. */
    NEGAR_DEADLINE_SECONDS: seconds.default(30),
    /** For a request to arrive completely. */
    NEGAR_UPLOAD_SECONDS: seconds.default(60),
    NEGAR_LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
      .default('info'),
  })
  .refine(
    ({ NEGAR_HOST, NEGAR_PASSWORD, NEGAR_OPEN_WITHOUT_PASSWORD }) =>
      LOOPBACK.includes(NEGAR_HOST) || NEGAR_PASSWORD || NEGAR_OPEN_WITHOUT_PASSWORD,
    {
      path: ['NEGAR_PASSWORD'],
      error: ({ input }) =>
        `is needed, since NEGAR_HOST=${(input as { NEGAR_HOST: string }).NEGAR_HOST} opens the ` +
        'server to a network. Set one, or NEGAR_OPEN_WITHOUT_PASSWORD=yes',
    },
  );

export type ModelSettings = z.output<typeof modelSettingsSchema>;
export type StorageSettings = z.output<typeof storageSettingsSchema>;
export type ServerSettings = z.output<typeof serverSettingsSchema>;

/** Environment variables by name; an empty one counts as not set. */
type Environment = Readonly<Record<string, string | undefined>>;

/** @throws {NegarError} OPTION_INVALID. */
export function readModelSettings(environment: Environment): ModelSettings {
  return parseOptions(modelSettingsSchema, withoutEmpty(environment));
}

/** @throws {NegarError} OPTION_INVALID, naming every variable that is wrong. */
export function readServerSettings(environment: Environment): ServerSettings {
  return parseOptions(serverSettingsSchema, withoutEmpty(environment));
}

/** Whether the server can be reached from this machine only. */
export function isLocal({ NEGAR_HOST }: Pick<ServerSettings, 'NEGAR_HOST'>): boolean {
  return LOOPBACK.includes(NEGAR_HOST);
}

function withoutEmpty(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
