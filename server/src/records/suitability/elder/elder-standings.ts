import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CallBackState } from '@siyu/shared/contracts/elder.limits';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { Identity } from '../../identity/index.ts';
import { InvestorTraits } from '../investor-traits.ts';
import { BirthYearStatement, ElderCallBack } from './elder.entity.ts';
import { ElderSetting } from './elder-setting.ts';

/**
 * Whether somebody has to call a member before products are spoken of. The house keeps no date of birth, so the member
 * says the year; until then the age is unknown, and unknown is treated as reached.
 */
@Injectable()
export class ElderStandings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly traits: InvestorTraits,
    private readonly setting: ElderSetting,
  ) {}

  onModuleInit(): void {
    this.traits.onAsked(async (memberNos, at, manager) => {
      const states = await this.#statesOf(memberNos, at, manager);
      return new Map(
        memberNos.map((memberNo) => {
          const state = states.get(memberNo) ?? 'AGE_UNKNOWN';
          return [memberNo, { isCallBackDue: state === 'AGE_UNKNOWN' || state === 'WAITING' }];
        }),
      );
    });
  }

  /** Of the person, under any registration. */
  async stateOf(memberNo: number, manager: EntityManager = this.database.read): Promise<CallBackState> {
    return (await this.#statesOf([memberNo], this.clock.now(), manager)).get(memberNo) ?? 'AGE_UNKNOWN';
  }

  async #statesOf(
    memberNos: readonly number[],
    at: number,
    manager: EntityManager,
  ): Promise<ReadonlyMap<number, CallBackState>> {
    const [persons, lastElderYear] = await Promise.all([
      this.identity.personsOf(memberNos),
      this.setting.lastElderYear(at),
    ]);
    const all = In([...new Set([...persons.values()].flatMap(({ numbers }) => numbers))]);
    const said = await manager.findBy(BirthYearStatement, { memberNo: all });
    const callBacks = await manager.findBy(ElderCallBack, { memberNo: all });
    return new Map(
      memberNos.map((memberNo) => {
        const numbers = persons.get(memberNo)?.numbers ?? [memberNo];
        const years = said.filter((each) => numbers.includes(each.memberNo));
        // The earliest year: nobody gets around the call by saying another one later.
        const year = Math.min(...years.map(({ birthYear }) => birthYear));
        if (years.length === 0) return [memberNo, 'AGE_UNKNOWN'];
        if (year > lastElderYear) return [memberNo, 'NOT_NEEDED'];
        const isCalled = callBacks.some(
          ({ memberNo: called, calledAt }) => numbers.includes(called) && calledAt !== null && calledAt <= at,
        );
        return [memberNo, isCalled ? 'DONE' : 'WAITING'];
      }),
    );
  }
}
