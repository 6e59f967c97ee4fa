import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  ArrivalQuery,
  ChannelAccount,
  ChannelAccountRows,
  ChannelListQuery,
  ChannelOwnerQuery,
  ChannelOwners,
  CreateChannelAccount,
  CreatePlacement,
  PlacementCode,
  PlacementLessonQuery,
  PlacementLessons as PlacementLessonList,
  SetPlacementState,
} from '@siyu/shared/contracts/channels';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { ChannelDesk } from './channel-desk.service.ts';
import { ChannelLists } from './channel-lists.service.ts';
import { PlacementLinks } from './placement-links.service.ts';
import { PlacementLessons } from './placement-lessons.ts';
import { PlacementCodes } from './placement-codes.service.ts';

const READERS: readonly Role[] = ['branchHead', 'operator', 'analyst', 'compliance'];
const WRITERS: readonly Role[] = ['branchHead', 'operator'];
const DAYS = 30;
const Id = { schema: PublicId };

@Controller()
export class ChannelsConsoleController {
  constructor(
    private readonly lists: ChannelLists,
    private readonly desk: ChannelDesk,
    private readonly codes: PlacementCodes,
    private readonly lessons: PlacementLessons,
    private readonly links: PlacementLinks,
  ) {}

  @Bind(channelsRoutes.listAccounts, { response: ChannelAccountRows })
  @Access({ audience: 'staff', roles: READERS })
  listAccounts(
    @Caller() { scope }: Principal,
    @Query({ schema: ChannelListQuery }) query: z.output<typeof ChannelListQuery>,
  ): Promise<ChannelAccountRows> {
    return this.lists.listAccounts(scope, query);
  }

  @Bind(channelsRoutes.getAccount, { response: ChannelAccount })
  @Access({ audience: 'staff', roles: READERS })
  getAccount(
    @Caller() { scope }: Principal,
    @Param('accountId', Id) accountId: string,
    @Query({ schema: ArrivalQuery }) { days }: z.output<typeof ArrivalQuery>,
  ): Promise<ChannelAccount> {
    return this.lists.getAccount(scope, accountId, days);
  }

  @Bind(channelsRoutes.listOwners, { response: ChannelOwners })
  @Access({ audience: 'staff', roles: WRITERS })
  listOwners(
    @Caller() caller: Principal,
    @Query({ schema: ChannelOwnerQuery }) { search }: z.output<typeof ChannelOwnerQuery>,
  ): Promise<ChannelOwners> {
    return this.desk.listOwners(caller, search);
  }

  @Bind(channelsRoutes.listPlacementLessons, { response: PlacementLessonList })
  @Access({ audience: 'staff', roles: WRITERS })
  listPlacementLessons(
    @Query({ schema: PlacementLessonQuery }) { search }: z.output<typeof PlacementLessonQuery>,
  ): Promise<PlacementLessonList> {
    return this.lessons.list(search);
  }

  @Bind(channelsRoutes.createAccount, { response: ChannelAccount, status: 201, takesKey: true })
  @Access({ audience: 'staff', roles: WRITERS })
  async createAccount(
    @Caller() caller: Principal,
    @Body({ schema: CreateChannelAccount }) body: CreateChannelAccount,
    @RequestKey() key: string | null,
  ): Promise<ChannelAccount> {
    const accountId = await this.desk.createAccount(caller, body, key);
    return this.lists.getAccount(caller.scope, accountId, DAYS);
  }

  @Bind(channelsRoutes.createPlacement, { response: ChannelAccount, status: 201, takesKey: true })
  @Access({ audience: 'staff', roles: WRITERS })
  async createPlacement(
    @Caller() caller: Principal,
    @Param('accountId', Id) accountId: string,
    @Body({ schema: CreatePlacement }) body: CreatePlacement,
    @RequestKey() key: string | null,
  ): Promise<ChannelAccount> {
    await this.desk.createPlacement(caller, accountId, body, key);
    return this.lists.getAccount(caller.scope, accountId, DAYS);
  }

  @Bind(channelsRoutes.setPlacementState, { response: ChannelAccount })
  @Access({ audience: 'staff', roles: WRITERS })
  async setPlacementState(
    @Caller() caller: Principal,
    @Param('placementId', Id) placementId: string,
    @Body({ schema: SetPlacementState }) { state }: SetPlacementState,
  ): Promise<ChannelAccount> {
    const accountId = await this.desk.setState(caller, placementId, state);
    return this.lists.getAccount(caller.scope, accountId, DAYS);
  }

  @Bind(channelsRoutes.makePlacementLink, { response: ChannelAccount })
  @Access({ audience: 'staff', roles: WRITERS })
  async makePlacementLink(
    @Caller() caller: Principal,
    @Param('placementId', Id) placementId: string,
  ): Promise<ChannelAccount> {
    const accountId = await this.links.makeLink(caller, placementId);
    return this.lists.getAccount(caller.scope, accountId, DAYS);
  }

  @Bind(channelsRoutes.getPlacementCode, { response: PlacementCode })
  @Access({ audience: 'staff', roles: READERS })
  getPlacementCode(
    @Caller() { scope }: Principal,
    @Param('placementId', Id) placementId: string,
  ): Promise<PlacementCode> {
    return this.codes.getCode(scope, placementId);
  }
}
