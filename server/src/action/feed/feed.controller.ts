import { Controller, Query } from '@nestjs/common';
import { FeedPage } from '@siyu/shared/contracts/feed';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { PageQuery } from '@siyu/shared/contracts/primitives';
import { z } from 'zod';
import { Access, AppError, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { Feed } from './feed.service.ts';

const FeedQuery = PageQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(10) });
type FeedQuery = z.infer<typeof FeedQuery>;

@Controller()
export class FeedController {
  constructor(private readonly feed: Feed) {}

  @Bind(feedRoutes.getFeed, { response: FeedPage })
  @Access({ audience: 'member' })
  async getFeed(
    @Caller() { memberNo }: Principal,
    @Query({ schema: FeedQuery }) { limit, cursor }: FeedQuery,
  ): Promise<FeedPage> {
    if (memberNo === null) throw new AppError('http.forbidden', 403);
    return this.feed.getFeed(memberNo, limit, cursor);
  }
}
