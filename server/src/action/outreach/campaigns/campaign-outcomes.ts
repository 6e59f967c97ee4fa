import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CampaignOutcome } from '@siyu/shared/contracts/campaigns.limits';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, insertRows } from '../../../platform/database/index.ts';
import { Jobs, type Lease } from '../../../platform/jobs/index.ts';
import { AdvisoryContracts } from '../../../records/advisory/index.ts';
import { Consultations } from '../../../records/engagement/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { SentContents } from '../../../services/content/index.ts';
import { Questions } from '../../../services/discussion/index.ts';
import { CampaignOutcomeRow } from './campaign-outcome.entity.ts';
import { Campaign } from './campaign.entity.ts';
import { CountedOutcomes, countOutcomes, type DoneBy, type StandingArm } from './count-outcomes.ts';

const OUTCOMES_JOB = 'campaign-outcomes';
const EVERY_MS = 60_000;
/** Campaigns that are counted for good in one run. */
const AT_ONCE = 20;
/** So many members are asked about together. */
const PAGE = 500;

const OVER = `SELECT c.campaign_id AS campaignId FROM campaigns c
  LEFT JOIN campaign_outcomes o ON o.campaign_id = c.campaign_id
  WHERE c.results_until <= ? AND o.campaign_id IS NULL ORDER BY c.results_until, c.campaign_id LIMIT ?`;

/**
 * What members did after a campaign: counted when somebody looks while its window is open, and once for good when it is
 * over, so that what is forgotten later, or read again, changes nothing (I-08).
 */
@Injectable()
export class CampaignOutcomes implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly identity: Identity,
    private readonly contents: SentContents,
    private readonly questions: Questions,
    private readonly consultations: Consultations,
    private readonly contracts: AdvisoryContracts,
  ) {}

  onModuleInit(): void {
    this.jobs.every(OUTCOMES_JOB, EVERY_MS, (lease) => this.#run(lease), { isStoppable: true });
  }

  /** Null before anything was sent. */
  async of(campaign: Campaign): Promise<CountedOutcomes | null> {
    const { campaignId, beganAt, resultsUntil } = campaign;
    if (beganAt === null || resultsUntil === null) return null;
    const kept = await this.database.read.findOneBy(CampaignOutcomeRow, { campaignId });
    return kept === null ? this.#count(campaign, beganAt, resultsUntil) : CountedOutcomes.parse(kept.figures);
  }

  async #run(lease: Lease): Promise<void> {
    const over: { campaignId: string }[] = await this.database.read.query(OVER, [this.clock.now(), AT_ONCE]);
    for (const { campaignId } of over) {
      if (lease.isEnding()) return;
      const campaign = await this.database.read.findOneByOrFail(Campaign, { campaignId });
      const figures = await this.of(campaign);
      if (figures === null) continue;
      await this.database.runInTransaction(async (tx) => {
        await lease.assertHeld(tx);
        await insertRows(tx, CampaignOutcomeRow, [{ campaignId, countedAt: this.clock.now(), figures }]);
      });
    }
  }

  /** Half a dozen statements for each some hundred of the audience. */
  async #count(campaign: Campaign, from: number, until: number): Promise<CountedOutcomes> {
    const { read } = this.database;
    const { campaignId, previewId, segmentKeys } = campaign;
    const sent: { memberNo: number }[] = await read.query(
      "SELECT member_no AS memberNo FROM campaign_deliveries WHERE campaign_id = ? AND state = 'SENT'",
      [campaignId],
    );
    const stood: { segmentKey: string; memberNo: number; isHeldOut: number | boolean }[] = await read.query(
      `SELECT segment_key AS segmentKey, member_no AS memberNo, is_held_out AS isHeldOut FROM preview_arms
       WHERE preview_id = ?`,
      [previewId],
    );
    const sentTo = sent.map(({ memberNo }) => Number(memberNo));
    const arms = stood.map(({ segmentKey, memberNo, isHeldOut }): StandingArm => ({
      segmentKey,
      memberNo: Number(memberNo),
      isHeldOut: Boolean(isHeldOut),
    }));
    const asked = [...new Set([...sentTo, ...arms.map(({ memberNo }) => memberNo)])];
    const done = new Map<number, ReadonlySet<CampaignOutcome>>();
    for (let at = 0; at < asked.length; at += PAGE)
      for (const [memberNo, own] of await this.#doneBy(asked.slice(at, at + PAGE), campaign, from, until))
        done.set(memberNo, own);
    return countOutcomes(done, sentTo, arms, segmentKeys);
  }

  /** Under any registration of theirs; none whose account is closed or whose data may not be used. */
  async #doneBy(
    memberNos: readonly number[],
    { contentId }: Campaign,
    from: number,
    until: number,
  ): Promise<DoneBy> {
    const permitted = await this.identity.permitted(memberNos, 'SERVICE');
    const counted = memberNos.filter((memberNo) => permitted.has(memberNo));
    const persons = await this.identity.personsOf(counted);
    const ownerOf = new Map(
      [...persons].flatMap(([memberNo, { numbers }]) => numbers.map((number) => [number, memberNo] as const)),
    );
    const done = new Map(counted.map((memberNo) => [memberNo, new Set<CampaignOutcome>()]));
    if (counted.length === 0) return done;
    const numbers = [...ownerOf.keys()];
    const { opened, readToEnd } = await this.contents.readSince(numbers, contentId, from);
    const found: readonly (readonly [CampaignOutcome, ReadonlySet<number>])[] = [
      ['OPENED', opened],
      ['READ', readToEnd],
      ['CONSULTED', await this.consultations.hadBy(numbers, from, until)],
      ['CONSULTED', await this.questions.askedBy(numbers, from, until)],
      ['CONVERTED', await this.contracts.enteredFor(numbers, from, until)],
    ];
    for (const [outcome, who] of found)
      for (const number of who) done.get(ownerOf.get(number) ?? number)?.add(outcome);
    return done;
  }
}
