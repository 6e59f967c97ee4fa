import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/index.ts';

/**
 * The console's session cookie. Over https it carries the `__Host-` prefix, which pins it to this very host;
 * browsers refuse that prefix on plain http, so a local trial uses another name.
 */
@Injectable()
export class StaffCookie {
  readonly #name: string;
  readonly #isSecure: boolean;

  constructor(config: Config) {
    this.#isSecure = config.publicUrl.startsWith('https:');
    this.#name = this.#isSecure ? '__Host-siyu' : 'siyu';
  }

  read(request: FastifyRequest): string | null {
    for (const pair of (request.headers.cookie ?? '').split(';')) {
      const [name, value] = pair.trim().split('=', 2);
      if (name === this.#name && value !== undefined && value !== '') return value;
    }
    return null;
  }

  /** Hands the token to the browser; scripts cannot read it. */
  write(reply: FastifyReply, token: string, maxAgeSeconds: number): void {
    const secure = this.#isSecure ? '; Secure' : '';
    reply.header(
      'set-cookie',
      `${this.#name}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${secure}`,
    );
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', 0);
  }
}
