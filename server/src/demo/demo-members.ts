import { Injectable } from '@nestjs/common';
import { dayOfInstant } from '@siyu/shared/time';
import { Clock } from '../platform/clock/index.ts';
import { Config } from '../platform/config/index.ts';
import type { Transaction } from '../platform/database/index.ts';
import { ServiceLog } from '../records/engagement/index.ts';
import {
  currentConsentText,
  Identity,
  MemberHistories,
  type MemberHistory,
} from '../records/identity/index.ts';
import { Transactions } from '../records/transactions/index.ts';
import { Content, LearningHistories } from '../services/content/index.ts';
import { DemoCalendar } from './demo-calendar.ts';
import { demoLessons } from './demo-lessons.ts';
import type { DemoMember } from './demo-member.ts';
import { DemoChannels } from './demo-channels.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';
import { type DemoCourses, tellLessons, tellVisits } from './tell-learning.ts';
import { coreCustomerId, tellFacts, tellPurchases, tellServices, tellStrangers } from './tell-money.ts';

/** A step is one transaction and stays within a few thousand rows. */
const MEMBERS_PER_STEP = 50;
const FACTS_PER_CALL = 250;
/** Customers of the core system who are no members, one for so many members. */
const MEMBERS_PER_STRANGER = 100;

/** What the members of a step are registered with. */
interface Surroundings {
  readonly branchIds: readonly string[];
  readonly staffIds: ReadonlyMap<string, string>;
  readonly courses: DemoCourses;
  readonly placementIds: readonly string[];
  readonly calendar: DemoCalendar;
}

/** Registers members with everything they agreed to, bought, read and did, a batch in one transaction. */
@Injectable()
export class DemoMembers {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly channels: DemoChannels,
    private readonly identity: Identity,
    private readonly histories: MemberHistories,
    private readonly transactions: Transactions,
    private readonly services: ServiceLog,
    private readonly learning: LearningHistories,
    private readonly content: Content,
  ) {}

  /** @param progress told how many members are in */
  async load(members: Iterable<DemoMember>, progress: (done: number) => void): Promise<void> {
    const around = await this.surroundings();
    let batch: DemoMember[] = [];
    let from = 0;
    const flush = async (): Promise<void> => {
      const step = batch;
      batch = [];
      await this.steps.once(`members:${from}`, (tx) => this.write(tx, step, around));
      from += step.length;
      progress(from);
    };
    for (const member of members) {
      batch.push(member);
      if (batch.length === MEMBERS_PER_STEP) await flush();
    }
    if (batch.length > 0) await flush();
    await this.steps.once('strangers', async (tx) => {
      const told = tellStrangers(
        Math.min(FACTS_PER_CALL, Math.ceil(from / MEMBERS_PER_STRANGER)),
        around.calendar,
      );
      await this.transactions.recordFacts(tx, told, this.clock.now());
    });
  }

  private async surroundings(): Promise<Surroundings> {
    const staff = await this.organisation.staffByLogin();
    const published = await this.content.publishedLessons();
    const lessonIds = new Map(
      published.map(({ pathCode, position, lessonId }) => [`${pathCode}-${position}`, lessonId]),
    );
    const now = this.clock.now();
    return {
      branchIds: await this.organisation.branchIds(),
      placementIds: await this.channels.placementIds(),
      staffIds: new Map([...staff].map(([loginName, { staffId }]) => [loginName, staffId])),
      courses: new Map(
        demoLessons().flatMap((draft) => {
          const name = `${draft.pathCode}-${draft.position}`;
          const lessonId = lessonIds.get(name);
          return lessonId === undefined ? [] : [[name, { lessonId, draft }]];
        }),
      ),
      calendar: new DemoCalendar(dayOfInstant(now), now),
    };
  }

  private async write(tx: Transaction, batch: readonly DemoMember[], around: Surroundings): Promise<void> {
    const { calendar, courses } = around;
    await this.histories.record(
      tx,
      batch.map((member) => this.historyOf(member, around)),
      'demo',
    );
    const inSteps = async <Fact>(
      facts: readonly Fact[],
      record: (part: readonly Fact[]) => Promise<unknown>,
    ) => {
      for (let at = 0; at < facts.length; at += FACTS_PER_CALL)
        await record(facts.slice(at, at + FACTS_PER_CALL));
    };
    const linked = batch.filter(({ isLinked }) => isLinked);
    await inSteps(
      linked.flatMap((member) => tellPurchases(member, calendar)),
      (part) => this.transactions.record(tx, part),
    );
    await inSteps(
      linked.flatMap((member) => tellFacts(member, calendar)),
      (part) => this.transactions.recordFacts(tx, part, this.clock.now()),
    );
    await inSteps(
      linked.flatMap((member) => tellServices(member, calendar)),
      (part) => this.services.record(tx, part, null),
    );
    const active = batch.filter(({ consents }) => consents.includes('SERVICE'));
    const numbers = await this.numbersOf(tx, active);
    const told = active.flatMap((member) => {
      const memberNo = numbers.get(openidOf(member));
      return memberNo === undefined ? [] : [{ member, memberNo }];
    });
    await this.learning.record(
      tx,
      told.flatMap(({ member, memberNo }) => tellLessons(member, memberNo, courses, calendar)),
      told.flatMap(({ member, memberNo }) => tellVisits(member, memberNo, courses, calendar)),
    );
    for (const { member, memberNo } of told) {
      if (member.withdrawn === null) continue;
      const { version } = currentConsentText(member.withdrawn);
      const decision = { purpose: member.withdrawn, textVersion: version, isGranted: false };
      await this.identity.decideConsents(tx, memberNo, [decision], 'demo');
    }
  }

  private numbersOf(tx: Transaction, members: readonly DemoMember[]): Promise<ReadonlyMap<string, number>> {
    return this.histories.numbersOf(
      'wechat_openid',
      this.config.wechat.appId,
      members.map(openidOf),
      tx.manager,
    );
  }

  private historyOf(
    member: DemoMember,
    { branchIds, staffIds, placementIds, calendar }: Surroundings,
  ): MemberHistory {
    const registeredAt = calendar.at({ daysAgo: member.registeredDaysAgo, secondOfDay: 36_000 });
    const staffId = member.adviser === null ? undefined : staffIds.get(member.adviser);
    return {
      identities: [
        { kind: 'wechat_openid', issuer: this.config.wechat.appId, externalId: openidOf(member) },
        { kind: 'wechat_unionid', issuer: 'wechat', externalId: `usbx-${member.key}` },
      ],
      displayName: member.name,
      branchId: branchIds[member.branch] ?? null,
      registeredAt,
      consents: member.consents,
      consentedAt: registeredAt + 60_000,
      adviser:
        staffId === undefined
          ? null
          : { staffId, boundAt: calendar.at({ daysAgo: member.adviserDaysAgo, secondOfDay: 54_000 }) },
      account: member.isLinked
        ? { coreCustomerId: coreCustomerId(member), linkedAt: registeredAt + 120_000 }
        : null,
      placementId: placementIds[chanceOf(member.key) % (placementIds.length * 2)] ?? null,
    };
  }
}

/** A number that is always the same for a member: half of them came by a placement, the others by themselves. */
const chanceOf = (key: string): number =>
  [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);

/** The identity the sandbox's phone signs in with. */
const openidOf = ({ key }: DemoMember): string => `osbx-${key}`;
