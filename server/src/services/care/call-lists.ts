import { Injectable } from '@nestjs/common';
import type { CallDetail, CallQuery, CallRow, CallRows } from '@siyu/shared/contracts/care-desk';
import { CALL_ACTS, type CallAct, nextCallState } from '@siyu/shared/contracts/care.limits';
import { epochDay, formatDay } from '@siyu/shared/time';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { CallDesk } from './call-desk.ts';
import { CareClients } from './care-clients.ts';
import { callOutcomeOf, reasonOf } from './care-codes.ts';
import { CareScope, mayReadPlan } from './care-scope.ts';
import { CareSteps } from './care-steps.ts';
import { type Days, DueDays, dueOf } from './due-days.ts';
import { FollowUpCall } from './follow-up-call.entity.ts';
import { callStateOf } from './follow-up-calls.ts';
import { stepKindOf } from './step-kind.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const OWED = ['OPEN', 'ASSIGNED'];
type Query = SelectQueryBuilder<FollowUpCall>;
type Asked = z.output<typeof CallQuery>;

/** Follow-up calls as staff work through them, and one of them in full. */
@Injectable()
export class CallLists {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly desk: CallDesk,
    private readonly scope: CareScope,
    private readonly clients: CareClients,
    private readonly steps: CareSteps,
    private readonly dueDays: DueDays,
  ) {}

  /** Of those that are owed, the one that is due first comes first; of the others, the one that was due last. */
  async list(caller: Principal, query: Asked): Promise<CallRows> {
    const { view, limit, cursor } = query;
    const days = await this.dueDays.now();
    const seen = async (part: Asked['view']): Promise<Query> =>
      within(await this.#seen(caller, query), part, days);
    const matching = await seen(view);
    const [total, overdue, soon] = await Promise.all([
      matching.clone().getCount(),
      (await seen('OVERDUE')).getCount(),
      (await seen('SOON')).getCount(),
    ]);
    const isOwed = view !== 'DONE' && view !== 'CANCELLED';
    const [order, beyond] = isOwed ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere(`(one.dueOn ${beyond} :at OR (one.dueOn = :at AND one.callId ${beyond} :id))`, {
        at: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('one.dueOn', order)
      .addOrderBy('one.callId', order)
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor([last.dueOn, last.callId]);
    return { rows: await this.#rowsOf(page, days), total, overdue, soon, nextCursor };
  }

  /** That it was read stands in the trail. @throws {AppError} care.call_not_found */
  async open(caller: Principal, callId: string): Promise<CallDetail> {
    const { memberNo } = await this.desk.find(caller, callId);
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor: caller,
        action: 'care.read_follow_up_call',
        subjectKind: 'follow_up_call',
        subjectId: callId,
        subjectNo: memberNo,
      }),
    );
    return this.after(caller, callId);
  }

  /** After the caller's own act. */
  async after(caller: Principal, callId: string): Promise<CallDetail> {
    const call = await this.database.read.findOneByOrFail(FollowUpCall, { callId });
    const [[row], stepsOf] = await Promise.all([
      this.#rowsOf([call], await this.dueDays.now()),
      this.steps.of([callId]),
    ]);
    if (row === undefined) throw new Error(`call ${callId} has no row`);
    const steps = stepsOf.get(callId) ?? [];
    const people = await this.clients.staffOf(steps.flatMap(({ actorId, ownerId }) => [actorId, ownerId]));
    const isReadable = call.restrictedAt === null || caller.roles.includes('compliance');
    const mayPlan = isReadable && mayReadPlan(caller, call);
    const textOf = (act: CallAct): string | null =>
      isReadable ? (steps.find((step) => step.act === act)?.text ?? null) : null;
    return {
      row,
      note: textOf('ORDER'),
      result: textOf('RECORD'),
      tradingPlan: mayPlan ? call.tradingPlan : null,
      isTradingPlanWithheld: call.tradingPlan !== null && !mayPlan,
      isRestricted: call.restrictedAt !== null,
      complaintId: call.complaintId,
      steps: steps.map((step) => ({
        stepNo: step.stepNo,
        act: CALL_ACTS.find((each) => each === step.act) ?? 'ORDER',
        state: callStateOf({ state: step.state, callId }),
        actorKind: stepKindOf(step.actorKind),
        actorName: people.get(step.actorId ?? '')?.name ?? null,
        ownerName: people.get(step.ownerId ?? '')?.name ?? null,
        text: isReadable ? step.text : null,
        at: new Date(step.at).toISOString(),
      })),
      nextStepNo: call.stepNo + 1,
      acts: CALL_ACTS.filter(
        (act) =>
          act !== 'PUT_BACK' &&
          nextCallState(act, callStateOf(call)) !== null &&
          (act !== 'RECORD' || call.ownerId === caller.id),
      ),
    };
  }

  async #seen(caller: Principal, { owner }: Asked): Promise<Query> {
    const { sql, parameters } = await this.scope.condition(caller);
    const seen = this.database.read.createQueryBuilder(FollowUpCall, 'one').where(sql, parameters);
    return owner === 'me' ? seen.andWhere('one.ownerId = :me', { me: caller.id }) : seen;
  }

  async #rowsOf(calls: readonly FollowUpCall[], days: Days): Promise<CallRow[]> {
    const names = await this.clients.namesOf(calls);
    return calls.map((each, index) => ({
      callId: each.callId,
      reason: reasonOf(each.reason),
      state: callStateOf(each),
      ownerId: each.ownerId,
      ...(names[index] ?? { client: null, branchName: null, ownerName: null }),
      orderedAt: new Date(each.orderedAt).toISOString(),
      dueOn: formatDay(epochDay(each.dueOn)),
      due: OWED.includes(each.state) ? dueOf(each.dueOn, days) : null,
      outcome: callOutcomeOf(each.outcome),
    }));
  }
}

function within(query: Query, view: Asked['view'], { today, soonUntil }: Days): Query {
  if (view === 'DONE' || view === 'CANCELLED') return query.andWhere('one.state = :view', { view });
  query.andWhere('one.state IN (:...owed)', { owed: OWED });
  if (view === 'OVERDUE') query.andWhere('one.dueOn < :today', { today });
  if (view === 'SOON') query.andWhere('one.dueOn BETWEEN :today AND :soonUntil', { today, soonUntil });
  return query;
}
