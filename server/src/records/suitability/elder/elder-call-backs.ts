import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ELDER_SUBJECT } from '@siyu/shared/contracts/elder.limits';
import { In } from 'typeorm';
import { Audit } from '../../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { Identity } from '../../identity/index.ts';
import { ElderCallBack } from './elder.entity.ts';
import { ElderSetting } from './elder-setting.ts';

const DAY_MS = 86_400_000;
const CHUNK = 200;

/** A call that somebody of the firm owes a member. */
export interface RequiredCallBack {
  readonly callBackId: string;
  readonly memberNo: number;
}
type OnRequired = (tx: Transaction, required: RequiredCallBack) => Promise<void>;

/** The calls that come first: required once of a person, and made by whoever hears of it on a higher floor. */
@Injectable()
export class ElderCallBacks implements OnModuleInit {
  readonly #handlers: OnRequired[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly setting: ElderSetting,
  ) {}

  onModuleInit(): void {
    // A new year makes people older without anybody saying so.
    this.jobs.every('require-elder-call-backs', DAY_MS, async () => {
      let last: number | null = 0;
      while (last !== null) last = await this.#requireAfter(last);
    });
  }

  /** Heard in the transaction that makes a call required; call it in `onModuleInit`. */
  onRequired(handler: OnRequired): void {
    this.#handlers.push(handler);
  }

  /** Once of a person; their clock is held. */
  async require(tx: Transaction, memberNo: number, numbers: readonly number[]): Promise<void> {
    if (await tx.manager.existsBy(ElderCallBack, { memberNo: In([...numbers]) })) return;
    const callBackId = this.randomness.uuid();
    const waiting = {
      state: 'WAITING',
      requiredAt: this.clock.now(),
      calledAt: null,
      callerId: null,
    } as const;
    await insertRows(tx, ElderCallBack, [{ callBackId, memberNo, ...waiting }]);
    await this.#note(tx, 'system', 'elder.require_call_back', { callBackId, memberNo });
    for (const handler of this.#handlers) await handler(tx, { callBackId, memberNo });
  }

  /** Somebody called, and the member understood; for nobody who is not waiting. */
  async complete(tx: Transaction, caller: Principal, memberNo: number): Promise<void> {
    const numbers = await this.identity.numbersOf(memberNo);
    const waiting = await tx.manager.findBy(ElderCallBack, {
      memberNo: In([...numbers]),
      state: 'WAITING',
    });
    for (const each of waiting) {
      const { callBackId } = each;
      const done = { state: 'DONE', calledAt: this.clock.now(), callerId: caller.id } as const;
      const { affected } = await tx.manager.update(ElderCallBack, { callBackId, state: 'WAITING' }, done);
      if (affected === 1) await this.#note(tx, caller, 'elder.call_back', each);
    }
  }

  /** @returns the last member looked at, null when there are no more */
  async #requireAfter(after: number): Promise<number | null> {
    const year = await this.setting.lastElderYear(this.clock.now());
    const due: { readonly memberNo: number }[] = await this.database.read.query(
      `SELECT s.member_no AS memberNo FROM birth_year_statements s
        WHERE s.member_no > ? AND s.birth_year <= ?
          AND NOT EXISTS (SELECT 1 FROM elder_call_backs c WHERE c.member_no = s.member_no)
        GROUP BY s.member_no ORDER BY s.member_no LIMIT ${CHUNK}`,
      [after, year],
    );
    const present = await this.identity.listPresent(due.map(({ memberNo }) => memberNo));
    for (const { memberNo } of present) {
      const numbers = await this.identity.numbersOf(memberNo);
      await this.database.runInTransaction(async (tx) => {
        await this.identity.lockMembers(tx, numbers);
        await this.require(tx, memberNo, numbers);
      });
    }
    return due.length < CHUNK ? null : (due.at(-1)?.memberNo ?? null);
  }

  #note(
    tx: Transaction,
    actor: Principal | 'system',
    action: string,
    { callBackId, memberNo }: RequiredCallBack,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action,
      subjectKind: ELDER_SUBJECT,
      subjectId: callBackId,
      subjectNo: memberNo,
    });
  }
}
