import { Injectable } from '@nestjs/common';
import { Segments } from '../../insight/segments/index.ts';
import type { RankAudience } from './rank-feed.ts';

/** Where the feed learns who somebody is: the segment input of its order. */
export abstract class FeedAudience {
  abstract audienceOf(memberNo: number): Promise<RankAudience>;
}

@Injectable()
export class SegmentAudience extends FeedAudience {
  constructor(private readonly segments: Segments) {
    super();
  }

  /** A member nobody has scored yet is a stranger: every relation begins there. */
  override async audienceOf(memberNo: number): Promise<RankAudience> {
    const facts = await this.segments.factsOf(memberNo);
    return { stage: facts?.stage ?? 'STRANGER', group: facts?.group ?? null };
  }
}
