import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  CampaignDetail,
  CampaignDraft,
  CampaignMemberQuery,
  CampaignMembers as MembersPage,
  CampaignOptions as Options,
  CampaignOptionsQuery,
  CampaignQuery,
  CampaignRows,
  CancelCampaign,
  HandOverCampaign,
  SaveCampaign,
  SubmitCampaign,
  TakePreview,
} from '@siyu/shared/contracts/campaigns';
import { campaignsRoutes } from '@siyu/shared/contracts/campaigns.routes';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { RequestKey } from '../../../platform/idempotency/index.ts';
import { CampaignDesk } from './campaign-desk.ts';
import { CampaignEndings } from './campaign-endings.ts';
import { CampaignMembers } from './campaign-members.ts';
import { CampaignOptions } from './campaign-options.ts';
import { CampaignPreviews } from './campaign-previews.ts';
import { CampaignReview } from './campaign-review.ts';
import { CampaignWriting } from './campaign-writing.ts';

const WRITERS: readonly Role[] = ['adviser', 'relationshipManager'];
const READERS: readonly Role[] = [...WRITERS, 'compliance'];
const Id = { schema: PublicId };

@Controller()
export class CampaignsConsoleController {
  constructor(
    private readonly desk: CampaignDesk,
    private readonly members: CampaignMembers,
    private readonly options: CampaignOptions,
    private readonly writing: CampaignWriting,
    private readonly previews: CampaignPreviews,
    private readonly review: CampaignReview,
    private readonly endings: CampaignEndings,
  ) {}

  @Bind(campaignsRoutes.listCampaigns, { response: CampaignRows })
  @Access({ audience: 'staff', roles: READERS })
  listCampaigns(
    @Caller() caller: Principal,
    @Query({ schema: CampaignQuery }) query: z.output<typeof CampaignQuery>,
  ): Promise<CampaignRows> {
    return this.desk.list(caller, query);
  }

  @Bind(campaignsRoutes.getOptions, { response: Options })
  @Access({ audience: 'staff', roles: WRITERS })
  getOptions(
    @Caller() caller: Principal,
    @Query({ schema: CampaignOptionsQuery }) { search = '' }: z.output<typeof CampaignOptionsQuery>,
  ): Promise<Options> {
    return this.options.list(caller, search);
  }

  @Bind(campaignsRoutes.createCampaign, { response: CampaignDetail, status: 201, takesKey: true })
  @Access({ audience: 'staff', roles: WRITERS })
  async createCampaign(
    @Caller() caller: Principal,
    @Body({ schema: CampaignDraft }) draft: CampaignDraft,
    @RequestKey() key: string | null,
  ): Promise<CampaignDetail> {
    return this.desk.get(caller, await this.writing.create(caller, draft, key));
  }

  @Bind(campaignsRoutes.getCampaign, { response: CampaignDetail })
  @Access({ audience: 'staff', roles: READERS })
  getCampaign(
    @Caller() caller: Principal,
    @Param('campaignId', Id) campaignId: string,
  ): Promise<CampaignDetail> {
    return this.desk.get(caller, campaignId);
  }

  @Bind(campaignsRoutes.saveCampaign, { response: CampaignDetail })
  @Access({ audience: 'staff', roles: WRITERS })
  async saveCampaign(
    @Caller() caller: Principal,
    @Param('campaignId', Id) campaignId: string,
    @Body({ schema: SaveCampaign }) { draft, revision }: SaveCampaign,
  ): Promise<CampaignDetail> {
    await this.writing.rewrite(caller, campaignId, draft, revision);
    return this.desk.get(caller, campaignId);
  }

  @Bind(campaignsRoutes.handOver, { response: CampaignDetail })
  @Access({ audience: 'staff', roles: WRITERS })
  async handOver(
    @Caller() caller: Principal,
    @Param('campaignId', Id) campaignId: string,
    @Body({ schema: HandOverCampaign }) { adviserId, revision }: HandOverCampaign,
  ): Promise<CampaignDetail> {
    await this.writing.handOver(caller, campaignId, adviserId, revision);
    return this.desk.get(caller, campaignId);
  }

  @Bind(campaignsRoutes.takePreview, { response: CampaignDetail })
  @Access({ audience: 'staff', roles: ['adviser'] })
  async takePreview(
    @Caller() caller: Principal,
    @Param('campaignId', Id) campaignId: string,
    @Body({ schema: TakePreview }) { revision }: TakePreview,
  ): Promise<CampaignDetail> {
    await this.previews.take(caller, campaignId, revision);
    return this.desk.get(caller, campaignId);
  }

  @Bind(campaignsRoutes.listMembers, { response: MembersPage })
  @Access({ audience: 'staff', roles: READERS })
  listMembers(
    @Caller() caller: Principal,
    @Param('campaignId', Id) campaignId: string,
    @Query({ schema: CampaignMemberQuery }) query: z.output<typeof CampaignMemberQuery>,
  ): Promise<MembersPage> {
    return this.members.list(caller, campaignId, query);
  }

  @Bind(campaignsRoutes.submitCampaign, { response: CampaignDetail })
  @Access({ audience: 'staff', roles: ['adviser'] })
  async submitCampaign(
    @Caller() caller: Principal,
    @Param('campaignId', Id) campaignId: string,
    @Body({ schema: SubmitCampaign }) body: SubmitCampaign,
  ): Promise<CampaignDetail> {
    await this.review.submit(caller, campaignId, body);
    return this.desk.get(caller, campaignId);
  }

  @Bind(campaignsRoutes.cancelCampaign, { response: CampaignDetail })
  @Access({ audience: 'staff', roles: READERS })
  async cancelCampaign(
    @Caller() caller: Principal,
    @Param('campaignId', Id) campaignId: string,
    @Body({ schema: CancelCampaign }) { reason }: CancelCampaign,
  ): Promise<CampaignDetail> {
    await this.endings.cancel(caller, campaignId, reason);
    return this.desk.get(caller, campaignId);
  }
}
