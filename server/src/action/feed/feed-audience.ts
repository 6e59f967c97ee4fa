import { Injectable } from '@nestjs/common';
import { Segments } from '../../insight/segments/index.ts';
import type { Question } from '../../platform/database/index.ts';
import type { RankAudience } from './rank-feed.ts';

/** Where the feed learns who somebody is: the segment input of its order. */
export abstract class FeedAudience {
  abstract audienceOf(memberNo: number): Question<RankAudience>;
}

@Injectable()
export class SegmentAudience extends FeedAudience {
  constructor(private readonly segments: Segments) {
    super();
  }

  /** A member nobody has scored yet is a stranger: every relation begins there. Who refuses it is at no stage. */
  override audienceOf(memberNo: number): Question<RankAudience> {
    const { selects, read } = this.segments.factsOf(memberNo);
    return { selects, read: (tables) => read(tables) ?? { stage: 'STRANGER', group: null } };
  }
}
