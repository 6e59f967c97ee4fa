import { Injectable } from '@nestjs/common';
import type { CampaignOutcome } from '@siyu/shared/contracts/campaigns.limits';
import { addDays, dayOfInstant, startOfDay } from '@siyu/shared/time';
import { CampaignHistories, CampaignWriting } from '../action/outreach/index.ts';
import { RetiredSegments } from '../insight/segments/index.ts';
import { Clock } from '../platform/clock/index.ts';
import { Identity } from '../records/identity/index.ts';
import { SentContents } from '../services/content/index.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

const HOUR_MS = 3_600_000;
/** Begun so long ago, at ten in the morning, that its window is over. */
const BEGAN_DAYS_AGO = 24;
const HELD_OUT_PERCENT = 33;
/** Whose clients were all the first one's then, and of each as many as one transaction takes easily. */
const [ADVISERS, MEMBERS] = [['adviser1', 'adviser4', 'adviser8'], 200];
/** The shares of those who did it, of a hundred: whom it was sent to, and whom the lot held back. */
const SHARES: readonly (readonly [CampaignOutcome, number, number])[] = [
  ['OPENED', 52, 18],
  ['READ', 34, 11],
  ['CONSULTED', 9, 7],
  ['CONVERTED', 3, 2],
];

/** What an adviser of the demo firm sends: one campaign whose results are counted, and one that is begun. */
@Injectable()
export class DemoCampaigns {
  constructor(
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly identity: Identity,
    private readonly contents: SentContents,
    private readonly segments: RetiredSegments,
    private readonly writing: CampaignWriting,
    private readonly histories: CampaignHistories,
  ) {}

  async load(): Promise<void> {
    const adviser = await this.organisation.principalOf('adviser1');
    const [latest] = await this.contents.search('', 1);
    if (latest === undefined) return;
    await this.steps.once('campaign', async (tx) => {
      await this.writing.begin(tx, adviser, {
        ...{ name: '新内容推荐给老客户', contentId: latest.contentId, productIds: [] },
        ...{
          channel: 'FEED_CARD',
          groupIds: [],
          segmentKeys: [],
          excludedSegmentKeys: [],
          scheduledFor: null,
        },
      });
    });
    const [content = latest] = await this.contents.search('测评', 1);
    const today = dayOfInstant(this.clock.now());
    const beganAt = startOfDay(addDays(today, -BEGAN_DAYS_AGO)) + 10 * HOUR_MS;
    const book = await this.#pastBook();
    await this.steps.once('campaign:past', async (tx) => {
      const name = '学过一课的客户';
      const { key } = await this.segments.record(tx, {
        ...{ name, purpose: '只用过这一次，结果看完就停用了', holdoutPercent: HELD_OUT_PERCENT },
        rule: { combinator: 'and', rules: [{ field: 'lessonsCompleted', operator: '>=', value: 1 }] },
        authorId: (await this.organisation.principalOf('operator')).id,
        activatedAt: startOfDay(addDays(today, -BEGAN_DAYS_AGO - 7)),
        retiredAt: startOfDay(addDays(today, -2)),
      });
      await this.histories.record(tx, {
        ...{ name: '请学过课的客户先做测评', content, senderId: adviser.id, segment: { key, name }, beganAt },
        members: book.map((memberNo, nth) => {
          const isHeldOut = nth % 3 === 0;
          return { memberNo, isHeldOut, did: didBy(nth, isHeldOut) };
        }),
      });
    });
  }

  /** Before two colleagues came to the branch. */
  async #pastBook(): Promise<readonly number[]> {
    const staff = await this.organisation.staffByLogin();
    const book: number[] = [];
    for (const loginName of ADVISERS)
      book.push(...(await this.identity.bookOf(staff.get(loginName)?.staffId ?? '', 0, MEMBERS)));
    return book;
  }
}

/** Spread evenly, so that every book has about these shares: who reads has opened, everything else stands alone. */
function didBy(nth: number, isOut: boolean): ReadonlySet<CampaignOutcome> {
  const place = (nth * 37) % 100;
  return new Set(
    SHARES.flatMap(([outcome, sentTo, heldOut]) => (place < (isOut ? heldOut : sentTo) ? [outcome] : [])),
  );
}
