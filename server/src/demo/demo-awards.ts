import { Injectable } from '@nestjs/common';
import { addDays, dayOfInstant, type EpochDay, formatDay, parseDay, startOfDay } from '@siyu/shared/time';
import { AwardHistories } from '../action/incentives/index.ts';
import { Clock } from '../platform/clock/index.ts';
import { EventHistories } from '../records/engagement/index.ts';
import { ExternalIds, Identity } from '../records/identity/index.ts';
import { unionidOf } from './demo-groups.ts';
import { DemoSteps } from './demo-steps.ts';
import { phoneMembers } from './phone-accounts.ts';

/** All of the firm that is loaded at the first start, and as many as one transaction takes in a few seconds. */
const MEMBERS = 400;

/** What the first members of the demo firm were thanked for since the month before this one began, so that one is closed. */
@Injectable()
export class DemoAwards {
  constructor(
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly identity: Identity,
    private readonly externalIds: ExternalIds,
    private readonly events: EventHistories,
    private readonly awards: AwardHistories,
  ) {}

  /** After the members and the rules; whoever is tried out on the phone begins with nothing. */
  async load(): Promise<void> {
    const unionids = phoneMembers.map(({ key }) => unionidOf(key));
    const issuer = { kind: 'wechat_unionid', issuer: 'wechat' } as const;
    const onPhone = new Set((await this.externalIds.membersOf(unionids, issuer)).values());
    const memberNos = await this.identity.listNumbersAfter(0, MEMBERS);
    const today = dayOfInstant(this.clock.now());
    await this.steps.once('awards', async (tx) => {
      const facts = await this.events.listPast(tx, {
        memberNos,
        types: ['lesson_completed', 'quiz_submitted'],
        from: startOfDay(monthOf(addDays(monthOf(today), -1))),
        until: startOfDay(today) - 1,
      });
      // Told as if by a clock that cannot be right, it is thanked for by nobody, neither now nor when it is decided again.
      const told = facts.map((fact) =>
        onPhone.has(fact.memberNo) ? { ...fact, isClockSuspect: true } : fact,
      );
      await this.awards.record(tx, told);
    });
  }
}

const monthOf = (day: EpochDay): EpochDay => parseDay(`${formatDay(day).slice(0, 7)}-01`) ?? day;
