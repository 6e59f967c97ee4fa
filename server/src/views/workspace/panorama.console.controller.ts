import { Controller, Param, Query } from '@nestjs/common';
import {
  MemberEventPage,
  MemberFactPage,
  MemberMessagePage,
  MemberPanorama,
  PanoramaPageQuery,
} from '@siyu/shared/contracts/panorama';
import { panoramaRoutes } from '@siyu/shared/contracts/panorama.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { Panorama } from './member-panorama.service.ts';
import { MemberMessages } from './member-messages.service.ts';
import { MemberPages } from './member-pages.service.ts';
import { memberReaders } from './member-readers.ts';

@Controller()
export class PanoramaConsoleController {
  constructor(
    private readonly panorama: Panorama,
    private readonly pages: MemberPages,
    private readonly messages: MemberMessages,
  ) {}

  @Bind(panoramaRoutes.getMemberPanorama, { response: MemberPanorama })
  @Access(memberReaders)
  getMemberPanorama(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
  ): Promise<MemberPanorama> {
    return this.panorama.getPanorama(caller, memberId);
  }

  @Bind(panoramaRoutes.listMemberFacts, { response: MemberFactPage })
  @Access(memberReaders)
  listMemberFacts(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
    @Query({ schema: PanoramaPageQuery }) query: PanoramaPageQuery,
  ): Promise<MemberFactPage> {
    return this.pages.listFacts(caller, memberId, query);
  }

  @Bind(panoramaRoutes.listMemberEvents, { response: MemberEventPage })
  @Access(memberReaders)
  listMemberEvents(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
    @Query({ schema: PanoramaPageQuery }) query: PanoramaPageQuery,
  ): Promise<MemberEventPage> {
    return this.pages.listEvents(caller, memberId, query);
  }

  @Bind(panoramaRoutes.listMemberMessages, { response: MemberMessagePage })
  @Access(memberReaders)
  listMemberMessages(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
    @Query({ schema: PanoramaPageQuery }) query: PanoramaPageQuery,
  ): Promise<MemberMessagePage> {
    return this.messages.list(caller, memberId, query);
  }
}
