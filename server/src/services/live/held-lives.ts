import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In, Like } from 'typeorm';
import { Brakes, type ContentSource, type KnownContent } from '../../foundation/brakes/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Live } from './live.entity.ts';

const REACHABLE = In(['ANNOUNCED', 'ON_AIR', 'STOPPED', 'ENDED', 'ARCHIVED']);

/** Tells the brakes what lives there are, who has a part in them and what they say (F-06). */
@Injectable()
export class HeldLives implements ContentSource, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly brakes: Brakes,
  ) {}

  onModuleInit(): void {
    this.brakes.knowContents(this);
  }

  async find(text: string, limit: number) {
    const found = await this.database.read.find(Live, {
      select: { liveId: true, title: true },
      where: { state: In(['ANNOUNCED', 'ON_AIR']), title: Like(`%${text.replace(/[%_\\]/g, '')}%`) },
      order: { startsAt: 'DESC', liveId: 'ASC' },
      take: limit,
    });
    return found.map(({ liveId, title }) => ({ contentId: liveId, title }));
  }

  async get(
    contentIds: readonly string[],
    manager: EntityManager,
    needsWords: boolean,
  ): Promise<readonly KnownContent[]> {
    const found = await manager.find(Live, {
      select: {
        liveId: true,
        title: true,
        hostId: true,
        authorId: true,
        editorIds: true,
        ...(needsWords && { summary: true, script: true }),
      },
      where: { state: REACHABLE, liveId: In([...contentIds]) },
    });
    return found.map(({ liveId, title, hostId, authorId, editorIds, summary, script }) => ({
      contentId: liveId,
      title,
      staffIds: [hostId, authorId, ...editorIds],
      words: needsWords ? [title, summary, script].join('\n') : '',
    }));
  }
}
