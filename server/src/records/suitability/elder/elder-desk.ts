import { Injectable } from '@nestjs/common';
import type {
  CalledContact,
  ElderQuery,
  ElderRow,
  ElderRows,
  RaiseSafetyNotice,
} from '@siyu/shared/contracts/elder';
import { In } from 'typeorm';
import { z } from 'zod';
import { Audit, sha256OfJson } from '../../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../../platform/http/index.ts';
import { once } from '../../../platform/idempotency/index.ts';
import { Identity, maskedMember, MemberScopes } from '../../identity/index.ts';
import { ElderCallBack, SafetyNotice, TrustedContact } from './elder.entity.ts';
import { memberNotFound, noContact } from './elder.errors.ts';
import { TrustedContacts } from './trusted-contacts.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const Made = z.object({ noticeId: z.string() });

/** Elder members as staff see them: who waits for a call, and whose contact was called for their safety. */
@Injectable()
export class ElderDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly contacts: TrustedContacts,
  ) {}

  /** Whoever has waited longest first. */
  async list(
    { scope }: Principal,
    { state, limit, cursor }: z.output<typeof ElderQuery>,
  ): Promise<ElderRows> {
    const condition = await this.scopes.conditionOn('one.member_no', scope);
    const matching = this.database.read
      .createQueryBuilder(ElderCallBack, 'one')
      .where('one.state = :state', { state })
      .andWhere('NOT EXISTS (SELECT 1 FROM account_closings closed WHERE closed.member_no = one.member_no)')
      .andWhere(condition.sql, condition.parameters);
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [at, id] = after;
      matching.andWhere('(one.requiredAt > :at OR (one.requiredAt = :at AND one.callBackId > :id))', {
        at,
        id,
      });
    }
    const found = await matching
      .orderBy('one.requiredAt', 'ASC')
      .addOrderBy('one.callBackId', 'ASC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.requiredAt, last.callBackId]),
    };
  }

  /**
   * Writes down why, then tells whom to call. Sent again under the same key it is the same notice.
   * @throws {AppError} elder.member_not_found, elder.no_contact
   */
  async raise(
    caller: Principal,
    memberId: string,
    told: RaiseSafetyNotice,
    key: string | null,
  ): Promise<CalledContact> {
    const member = await this.identity.findByPublicId(memberId);
    if (member === null || !(await this.scopes.covers(caller.scope, member.memberNo))) throw memberNotFound();
    const { memberNo } = member;
    const contact = await this.contacts.open(await this.identity.numbersOf(memberNo));
    if (contact === null) throw noContact();
    const work = async (tx: Transaction): Promise<z.infer<typeof Made>> => {
      const noticeId = this.randomness.uuid();
      const raisedAt = this.clock.now();
      await insertRows(tx, SafetyNotice, [{ noticeId, memberNo, ...told, staffId: caller.id, raisedAt }]);
      await this.audit.record(tx, {
        actor: caller,
        action: 'elder.raise_safety_notice',
        subjectKind: 'safety_notice',
        subjectId: noticeId,
        subjectNo: memberNo,
        reasonCode: told.reason,
      });
      return { noticeId };
    };
    const asked = {
      principalId: caller.id,
      requestSha256: sha256OfJson({ memberId, ...told }),
      now: this.clock.now(),
    };
    const { noticeId } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return { noticeId, ...contact };
  }

  async #rowsOf(callBacks: readonly ElderCallBack[]): Promise<ElderRow[]> {
    const memberNos = callBacks.map(({ memberNo }) => memberNo);
    const persons = await this.identity.personsOf(memberNos);
    const theirs = { memberNo: In([...persons.values()].flatMap(({ numbers }) => numbers)) };
    const [members, contacts, notices] = await Promise.all([
      this.identity.listMembers(memberNos),
      this.database.read.find(TrustedContact, { select: { memberNo: true }, where: theirs }),
      this.database.read.find(SafetyNotice, { select: { memberNo: true }, where: theirs }),
    ]);
    const memberOf = new Map(members.map((each) => [each.memberNo, maskedMember(each)]));
    return callBacks.flatMap(({ memberNo, state, requiredAt, calledAt }) => {
      const member = memberOf.get(memberNo);
      if (member === undefined) return [];
      const isTheirs = (row: { readonly memberNo: number }): boolean =>
        (persons.get(memberNo)?.numbers ?? [memberNo]).includes(row.memberNo);
      return {
        member,
        state,
        requiredAt: new Date(requiredAt).toISOString(),
        calledAt: calledAt === null ? null : new Date(calledAt).toISOString(),
        hasTrustedContact: contacts.some(isTheirs),
        notices: notices.filter(isTheirs).length,
      };
    });
  }
}
