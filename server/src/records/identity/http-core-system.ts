import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { withinTime } from '../../platform/http/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { type CodeCheck, type CodeRequest, CoreSystem } from './core-system.ts';
import { coreUnavailable } from './identity.errors.ts';

const TIMEOUT_MS = 5_000;
const Sent = z.object({
  ticket: z.string().min(1).max(128),
  phoneTail: z.string().max(8),
  expiresInSeconds: z.int().min(1),
});
const Verified = z.object({ customerId: z.string().min(1).max(64) });

/** Asks the core system over HTTP; 404, 410, 422 and 429 are answers, everything else is a fault of the line. */
@Injectable()
export class HttpCoreSystem extends CoreSystem {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    super();
  }

  override async requestCode(accountNo: string, phone: string): Promise<CodeRequest> {
    const { status, body } = await this.ask('verification-codes', { accountNo, phone });
    if (status === 404) return { kind: 'not_matched' };
    if (status === 429) return { kind: 'too_many' };
    const sent = Sent.safeParse(body);
    if (status !== 201 || !sent.success) throw this.unusable('verification-codes', status);
    const { ticket, phoneTail, expiresInSeconds } = sent.data;
    return { kind: 'sent', ticket, phoneTail, expiresAt: this.clock.now() + expiresInSeconds * 1000 };
  }

  override async checkCode(ticket: string, code: string): Promise<CodeCheck> {
    const { status, body } = await this.ask('verifications', { ticket, code });
    if (status === 422) return { kind: 'wrong' };
    if (status === 404 || status === 410) return { kind: 'expired' };
    const verified = Verified.safeParse(body);
    if (status !== 200 || !verified.success) throw this.unusable('verifications', status);
    return { kind: 'verified', coreCustomerId: verified.data.customerId };
  }

  private async ask(path: string, body: object): Promise<{ status: number; body: unknown }> {
    const { coreSystemUrl, coreSystemToken } = this.config;
    if (coreSystemUrl === null) throw this.unusable(path, 'not configured');
    try {
      const { status, text } = await withinTime(TIMEOUT_MS, async (signal) => {
        const response = await fetch(`${coreSystemUrl}/${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(coreSystemToken === null ? {} : { authorization: `Bearer ${coreSystemToken}` }),
          },
          body: JSON.stringify(body),
          signal,
          redirect: 'error',
        });
        return { status: response.status, text: await response.text() };
      });
      return { status, body: text === '' ? null : JSON.parse(text) };
    } catch (error) {
      throw this.unusable(path, error instanceof Error ? error.name : 'unknown');
    }
  }

  /** Neither number, code nor ticket is logged. */
  private unusable(path: string, reason: number | string): Error {
    this.logger.warn('core system gave no answer', { path, reason });
    return coreUnavailable();
  }
}
