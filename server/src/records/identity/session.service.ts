import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { z } from 'zod';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { newToken, tokenSha256 } from './session-token.ts';
import { Session } from './session.entity.ts';
import type { SignInOrigin } from './sign-in-origin.ts';

const HOUR = 3_600_000;
const MemberSessions = z.array(z.object({ sessionId: z.string(), memberNo: z.int(), memberId: z.string() }));
type MemberSession = z.infer<typeof MemberSessions>[number];
/** A phone opens a new session silently through wx.login, so a week is no burden. */
const MEMBER_SESSION_MS = 7 * 24 * HOUR;
export const STAFF_SESSION_MS = 12 * HOUR;
/** Phones are lost: what was opened on one is soon over, and opens anew through wx.login while the tie holds. */
const PHONE_SESSION_MS = HOUR / 2;
const LIFE_MS = { member: MEMBER_SESSION_MS, adviser: PHONE_SESSION_MS, staff: STAFF_SESSION_MS } as const;
/**
 * A session that begins later than this after now was opened while the clock ran ahead; it would hold too long.
 * A clock that was set back by an hour signs nobody out.
 */
const AHEAD_MAX_MS = 2 * HOUR;
/** That somebody is there is written once a minute at most, however many requests a page sends. */
const USE_EVERY_MS = 60_000;

export type SessionHolder =
  | { readonly audience: 'member'; readonly memberNo: number }
  | {
      /** `adviser`: on the own phone. */
      readonly audience: 'staff' | 'adviser';
      readonly staffId: string;
      readonly origin: SignInOrigin;
    };
export interface OpenedSession {
  readonly sessionId: string;
  readonly token: string;
  readonly expiresAt: number;
}

/** Sign-ins as rows: one read by an indexed hash says whether a token still holds, on every node alike. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly config: Config,
  ) {}

  async open(tx: Transaction, holder: SessionHolder): Promise<OpenedSession> {
    const openedAt = this.clock.now();
    const isMember = holder.audience === 'member';
    const opened = {
      sessionId: this.randomness.uuid(),
      token: newToken(this.randomness),
      expiresAt: openedAt + LIFE_MS[holder.audience],
    };
    await tx.manager.insert(Session, {
      tokenSha256: tokenSha256(opened.token),
      sessionId: opened.sessionId,
      audience: holder.audience,
      memberNo: isMember ? holder.memberNo : null,
      staffId: isMember ? null : holder.staffId,
      openedAt,
      expiresAt: opened.expiresAt,
      usedAt: null,
      revokedAt: null,
      device: isMember ? null : holder.origin.device,
      address: isMember ? null : holder.origin.address,
      deviceMark: null,
    });
    return opened;
  }

  /** The session of a token that still holds, for this audience only. */
  async find(token: string, audience: SessionHolder['audience']): Promise<Session | null> {
    const session = await this.database.read.findOneBy(Session, {
      tokenSha256: tokenSha256(token),
      audience,
    });
    const now = this.clock.now();
    if (session === null || session.revokedAt !== null || session.expiresAt <= now) return null;
    return session.openedAt > now + AHEAD_MAX_MS ? null : session;
  }

  /** Whether nobody has worked with a session of staff for so long that it may be somebody else who comes now. */
  isIdle({ openedAt, usedAt }: Session): boolean {
    return this.clock.now() - (usedAt ?? openedAt) >= this.config.staffIdleMs;
  }

  /** Remembers that somebody works with it; a session that has become idle meanwhile stays so. */
  async noteUse({ tokenSha256: token, openedAt, usedAt }: Session): Promise<void> {
    const now = this.clock.now();
    if (now - (usedAt ?? openedAt) < USE_EVERY_MS) return;
    await this.database.runInTransaction(async (tx) => {
      await tx.manager.update(
        Session,
        [
          { tokenSha256: token, usedAt: IsNull() },
          { tokenSha256: token, usedAt: LessThan(now) },
        ],
        { usedAt: now },
      );
    });
  }

  /**
   * The member behind a token that still holds, in one statement, since every call of a phone asks. A registration
   * that was merged while its phone was signed in acts as the person it belongs to; a session that came to be while the
   * account was closed holds for nobody.
   */
  async findMember(token: string): Promise<MemberSession | null> {
    const now = this.clock.now();
    const rows: unknown = await this.database.read.query(
      `SELECT s.session_id AS sessionId, m.member_no AS memberNo, m.member_id AS memberId
         FROM sessions s LEFT JOIN member_links l ON l.member_no = s.member_no AND l.valid_to IS NULL
         JOIN members m ON m.member_no = COALESCE(l.into_member_no, s.member_no)
        WHERE s.token_sha256 = ? AND s.audience = 'member' AND s.revoked_at IS NULL AND s.expires_at > ?
          AND s.opened_at <= ?
          AND NOT EXISTS (SELECT 1 FROM account_closings c WHERE c.member_no = m.member_no)`,
      [tokenSha256(token), now, now + AHEAD_MAX_MS],
    );
    return MemberSessions.parse(rows)[0] ?? null;
  }

  async revoke(tx: Transaction, sessionId: string): Promise<void> {
    await tx.manager.update(Session, { sessionId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }

  /** Those of a person that still hold, the latest first. */
  async listOfStaff(staffId: string): Promise<Session[]> {
    const open = await this.database.read.find(Session, {
      where: { staffId, revokedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) },
      order: { openedAt: 'DESC', sessionId: 'DESC' },
    });
    return open.filter((session) => !this.isIdle(session));
  }

  /** Ends one session of a person, or all but one. @returns how many ended. */
  async revokeOfStaff(
    tx: Transaction,
    staffId: string,
    which: { readonly only: string } | { readonly but: string | null },
  ): Promise<number> {
    const sessionId = 'only' in which ? which.only : which.but === null ? undefined : Not(which.but);
    const where = { staffId, revokedAt: IsNull(), ...(sessionId === undefined ? {} : { sessionId }) };
    const { affected } = await tx.manager.update(Session, where, { revokedAt: this.clock.now() });
    return affected ?? 0;
  }

  /** Ends what is open on the phone of a person. */
  async revokePhones(tx: Transaction, staffId: string): Promise<void> {
    const open = { staffId, audience: 'adviser', revokedAt: IsNull() };
    await tx.manager.update(Session, open, { revokedAt: this.clock.now() });
  }

  /** Removes what can never hold again; bounded, to be repeated while it removes something. */
  async purgeExpired(tx: Transaction, limit: number): Promise<number> {
    const now = this.clock.now();
    const expired = await tx.manager.find(Session, {
      where: [{ expiresAt: LessThan(now) }, { openedAt: MoreThan(now + AHEAD_MAX_MS) }],
      select: { tokenSha256: true },
      take: limit,
    });
    if (expired.length > 0)
      await tx.manager.delete(
        Session,
        expired.map((session) => session.tokenSha256),
      );
    return expired.length;
  }
}
