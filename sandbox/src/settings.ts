import { z } from 'zod';
import { demoMiniProgram, foreignMiniProgram, type MiniProgram } from './mini-programs.ts';

const Environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(7301),
  WECHAT_APP_ID: z.string().min(1).default(demoMiniProgram.appId),
  WECHAT_APP_SECRET: z.string().min(1).default(demoMiniProgram.appSecret),
  SANDBOX_APP_URL: z.url().optional(),
});

export interface Settings {
  readonly port: number;
  readonly miniPrograms: readonly MiniProgram[];
  /** Where the mini-program runs in a browser, so that a card can be opened there; null: nowhere. */
  readonly appUrl: string | null;
}

/**
 * Reads the environment.
 * @throws {z.ZodError} naming each variable that is wrong.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Environment.parse(environment);
  return {
    port: given.SANDBOX_PORT,
    miniPrograms: [
      { ...demoMiniProgram, appId: given.WECHAT_APP_ID, appSecret: given.WECHAT_APP_SECRET },
      foreignMiniProgram,
    ],
    appUrl: given.SANDBOX_APP_URL ?? null,
  };
}
