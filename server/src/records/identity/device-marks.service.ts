import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { among, type Transaction } from '../../platform/database/index.ts';
import type { RequestOrigin } from '../../platform/http/index.ts';
import { Keys } from '../../platform/keys/index.ts';
import { deviceMark } from './device-mark.ts';
import { Session } from './session.entity.ts';

const KEY = 'device-marks';
/** Of all marks that are asked for together. */
const SIGN_INS_MAX = 10_000;

/** Both exclusive of what came before and inclusive of the last moment; epoch ms. */
export interface SignInSpan {
  readonly after: number;
  readonly until: number;
}

/** That a person signed in with a mark. */
export interface MarkedSignIn {
  readonly memberNo: number;
  readonly at: number;
}

/**
 * Which sign-ins came from one phone, so that awards for many people on it wait for a person. A mark is kept with the
 * sign-in of somebody who has joined, and goes with it.
 */
@Injectable()
export class DeviceMarks {
  constructor(private readonly keys: Keys) {}

  /** Before the transaction begins, since a key may have to be made. */
  async markOf(origin: RequestOrigin): Promise<string | null> {
    return deviceMark(origin, await this.keys.key(KEY));
  }

  async keep({ manager }: Transaction, sessionId: string, mark: string): Promise<void> {
    await manager.update(Session, { sessionId }, { deviceMark: mark });
  }

  /** Of a member who leaves. */
  async forget({ manager }: Transaction, memberNos: readonly number[]): Promise<void> {
    await manager.update(Session, { memberNo: In([...memberNos]) }, { deviceMark: null });
  }

  /** The marks of each of these registrations. */
  async marksOf(
    manager: EntityManager,
    memberNos: readonly number[],
    { after, until }: SignInSpan,
  ): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
    const found = new Map<number, Set<string>>();
    if (memberNos.length === 0) return found;
    const { sql, values } = among('member_no', memberNos);
    const rows: { readonly memberNo: number; readonly mark: string }[] = await manager.query(
      `SELECT member_no AS memberNo, device_mark AS mark FROM sessions
       WHERE ${sql} AND device_mark IS NOT NULL AND opened_at > ? AND opened_at <= ?`,
      [...values, after, until],
    );
    for (const { memberNo, mark } of rows)
      found.set(memberNo, (found.get(memberNo) ?? new Set<string>()).add(mark));
    return found;
  }

  /**
   * The sign-ins of each mark with which one of these registrations signed in and so many did in all, in the order of time,
   * merged registrations as one person; of very many the last ones.
   */
  async signInsOnShared(
    manager: EntityManager,
    memberNos: readonly number[],
    { after, until }: SignInSpan,
    registrationsMin: number,
  ): Promise<ReadonlyMap<string, readonly MarkedSignIn[]>> {
    const found = new Map<string, MarkedSignIn[]>();
    if (memberNos.length === 0) return found;
    const { sql, values } = among('own.member_no', memberNos);
    const rows: (Record<keyof MarkedSignIn, number | string> & { readonly mark: string })[] =
      await manager.query(
        `SELECT s.device_mark AS mark, COALESCE(l.into_member_no, s.member_no) AS memberNo, s.opened_at AS at
         FROM (
           SELECT many.device_mark FROM sessions own JOIN sessions many ON many.device_mark = own.device_mark
           WHERE ${sql} AND own.opened_at > ? AND own.opened_at <= ? AND many.opened_at > ? AND many.opened_at <= ?
           GROUP BY many.device_mark HAVING COUNT(DISTINCT many.member_no) >= ?
         ) shared JOIN sessions s ON s.device_mark = shared.device_mark
         LEFT JOIN member_links l ON l.member_no = s.member_no AND l.valid_to IS NULL
         WHERE s.opened_at > ? AND s.opened_at <= ? ORDER BY s.opened_at DESC LIMIT ${SIGN_INS_MAX}`,
        [...values, after, until, after, until, registrationsMin, after, until],
      );
    for (const { mark, memberNo, at } of rows.reverse()) {
      const signIn = { memberNo: Number(memberNo), at: Number(at) };
      const others = found.get(mark);
      if (others === undefined) found.set(mark, [signIn]);
      else others.push(signIn);
    }
    return found;
  }
}
