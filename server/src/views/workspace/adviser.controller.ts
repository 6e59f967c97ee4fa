import { Controller, Param, Query } from '@nestjs/common';
import { AdvisedMember, Book, BookQuery } from '@siyu/shared/contracts/adviser';
import { adviserRoutes } from '@siyu/shared/contracts/adviser.routes';
import { CampaignDetail, CampaignQuery, CampaignRows } from '@siyu/shared/contracts/campaigns';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { CampaignDesk } from '../../action/outreach/index.ts';
import { NotesReading } from '../../foundation/audit/index.ts';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { AdviserBook } from './adviser-book.service.ts';

const adviser = { audience: 'adviser' } as const;

/** What an adviser reads on the own phone. */
@Controller()
export class AdviserController {
  constructor(
    private readonly book: AdviserBook,
    private readonly campaigns: CampaignDesk,
  ) {}

  @Bind(adviserRoutes.listBook, { response: Book })
  @Access(adviser)
  @NotesReading('workspace.list_book')
  listBook(
    @Caller() caller: Principal,
    @Query({ schema: BookQuery }) query: z.output<typeof BookQuery>,
  ): Promise<Book> {
    return this.book.list(caller, query);
  }

  @Bind(adviserRoutes.getMember, { response: AdvisedMember })
  @Access(adviser)
  getMember(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
  ): Promise<AdvisedMember> {
    return this.book.get(caller, memberId);
  }

  @Bind(adviserRoutes.listCampaigns, { response: CampaignRows })
  @Access(adviser)
  listCampaigns(
    @Caller() caller: Principal,
    @Query({ schema: CampaignQuery }) query: z.output<typeof CampaignQuery>,
  ): Promise<CampaignRows> {
    return this.campaigns.list(caller, query);
  }

  @Bind(adviserRoutes.getCampaign, { response: CampaignDetail })
  @Access(adviser)
  getCampaign(
    @Caller() caller: Principal,
    @Param('campaignId', { schema: PublicId }) campaignId: string,
  ): Promise<CampaignDetail> {
    return this.campaigns.get(caller, campaignId);
  }
}
