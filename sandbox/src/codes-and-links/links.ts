import { z } from 'zod';
import type { AppConsole } from '../app-console/app-consoles.ts';
import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import { refuse, type Answer } from '../wechat-api/answers.ts';

const DAY_MS = 86_400_000;
const DAYS_MAX = 30;
const QUERY_MAX = 1_024;
const QUERY_CHARACTERS = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]*$/;

/** Where a link leads, in the words of `generate_urllink` and of `jump_wxa`. */
export const Target = z.object({
  path: z.string().default(''),
  query: z.string().default(''),
  env_version: z.enum(['release', 'trial', 'develop']).default('release'),
});

export const Expiry = z.object({
  expire_type: z.union([z.literal(0), z.literal(1)]).default(0),
  expire_time: z.number().int().optional(),
  expire_interval: z.number().int().optional(),
});

export interface Link {
  readonly kind: 'link' | 'scheme';
  readonly appId: string;
  /** Without leading slash. */
  readonly path: string;
  readonly query: string;
  readonly expiresAt: number;
}

/** Why a target is refused; the path and query of a link when it is not. */
export function readTarget(
  console: AppConsole,
  target: z.infer<typeof Target>,
): { readonly path: string; readonly query: string } | { readonly refusal: Answer } {
  const [home] = console.releasedPages;
  if (home === undefined) return { refusal: refuse(85079, 'miniprogram has no online release') };
  const path = target.path.replace(/^\//, '') || home;
  if (!console.releasedPages.includes(path)) return { refusal: refuse(40165, 'invalid weapp pagepath') };
  if (target.query.length > QUERY_MAX || !QUERY_CHARACTERS.test(target.query)) {
    return { refusal: refuse(40212, 'invalid query') };
  }
  return { path, query: target.query };
}

/** When a link ends: thirty days at most, by a date or by a number of days. */
export function readExpiry(
  now: number,
  expiry: z.infer<typeof Expiry>,
): { readonly expiresAt: number } | { readonly refusal: Answer } {
  if (expiry.expire_type === 1) {
    const days = expiry.expire_interval ?? 0;
    if (days < 1 || days > DAYS_MAX) return { refusal: refuse(85402, 'invalid expire_interval') };
    return { expiresAt: now + days * DAY_MS };
  }
  const expiresAt = (expiry.expire_time ?? 0) * 1000;
  if (expiresAt <= now || expiresAt > now + DAYS_MAX * DAY_MS) {
    return { refusal: refuse(85401, 'invalid expire_time') };
  }
  return { expiresAt };
}

/** Links that were given out; those past their end are forgotten. */
export class Links {
  private readonly byId = new Map<string, Link>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** The address of a new link. */
  give(link: Link): string {
    for (const [id, { expiresAt }] of this.byId) {
      if (expiresAt + DAY_MS < this.clock.now()) this.byId.delete(id);
    }
    const id = hex(this.randomness, 6);
    this.byId.set(id, link);
    return link.kind === 'link' ? `https://wxaurl.cn/${id}` : `weixin://dl/business/?t=${id}`;
  }

  /** The link behind an address, with the custom parameter a sender appended; null when there is none. */
  find(
    address: string,
  ): { readonly link: Link; readonly cq: string | null; readonly isOver: boolean } | null {
    const match =
      /^(?:https:\/\/wxaurl\.cn\/|weixin:\/\/dl\/business\/\?t=)([0-9a-f]+)(?:\?cq=(.{1,256}))?$/.exec(
        address,
      );
    const link = this.byId.get(match?.[1] ?? '');
    if (link === undefined) return null;
    return { link, cq: match?.[2] ?? null, isOver: this.clock.now() >= link.expiresAt };
  }
}
