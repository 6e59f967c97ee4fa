import { Injectable } from '@nestjs/common';
import { CampaignWriting } from '../action/outreach/index.ts';
import { SentContents } from '../services/content/index.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

/** A campaign that an adviser of the demo firm has begun to write: the preview is one tap away. */
@Injectable()
export class DemoCampaigns {
  constructor(
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly contents: SentContents,
    private readonly writing: CampaignWriting,
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
  }
}
