import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  LiveCard,
  LiveCards as Cards,
  LiveChat,
  LiveChatQuery,
  LiveChats as Chats,
  LiveQuery,
  LiveRoom,
  LiveWatching,
  SendChat,
} from '@siyu/shared/contracts/live';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { ContentId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { ServiceConsent } from '../content/index.ts';
import { LiveBeats } from './live-beats.ts';
import { LiveCards } from './live-cards.ts';
import { LiveChatLists } from './live-chat-lists.ts';
import { LiveChats } from './live-chat.ts';
import { LiveReservations } from './live-reservations.ts';
import { LiveRooms } from './live-rooms.ts';

@Controller()
export class LiveController {
  constructor(
    private readonly consent: ServiceConsent,
    private readonly cards: LiveCards,
    private readonly rooms: LiveRooms,
    private readonly reservations: LiveReservations,
    private readonly beats: LiveBeats,
    private readonly lists: LiveChatLists,
    private readonly chats: LiveChats,
  ) {}

  @Bind(liveRoutes.listLives, { response: Cards })
  @Access({ audience: 'member' })
  async listLives(
    @Caller() caller: Principal,
    @Query({ schema: LiveQuery }) query: z.output<typeof LiveQuery>,
  ): Promise<Cards> {
    return this.cards.list(await this.consent.memberNoOf(caller), query);
  }

  @Bind(liveRoutes.getLive, { response: LiveRoom })
  @Access({ audience: 'member' })
  async getLive(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
  ): Promise<LiveRoom> {
    return this.rooms.get(await this.consent.memberNoOf(caller), liveId);
  }

  @Bind(liveRoutes.reserveLive, { response: LiveCard })
  @Access({ audience: 'member' })
  async reserveLive(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
  ): Promise<LiveCard> {
    return this.reservations.reserve(await this.consent.memberNoOf(caller), liveId);
  }

  @Bind(liveRoutes.withdrawReservation, { response: LiveCard })
  @Access({ audience: 'member' })
  async withdrawReservation(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
  ): Promise<LiveCard> {
    return this.reservations.withdraw(await this.consent.memberNoOf(caller), liveId);
  }

  @Bind(liveRoutes.watchLive, { response: LiveWatching })
  @Access({ audience: 'member' })
  async watchLive(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
  ): Promise<LiveWatching> {
    return this.beats.beat(await this.consent.memberNoOf(caller), liveId);
  }

  @Bind(liveRoutes.listChats, { response: Chats })
  @Access({ audience: 'member' })
  async listChats(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Query({ schema: LiveChatQuery }) query: z.output<typeof LiveChatQuery>,
  ): Promise<Chats> {
    return this.lists.list(await this.consent.memberNoOf(caller), liveId, query);
  }

  @Bind(liveRoutes.sendChat, { response: LiveChat, status: 201 })
  @Access({ audience: 'member' })
  async sendChat(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Body({ schema: SendChat }) body: SendChat,
  ): Promise<LiveChat> {
    return this.chats.send(caller, await this.consent.memberNoOf(caller), liveId, body);
  }
}
