import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { PointsSources, type PointsSourceWords } from '../ledger/points-sources.ts';
import { Award } from './award.entity.ts';

/** Says in a statement of points what an award was for, in the words its rule has for members. */
@Injectable()
export class AwardSources implements OnModuleInit {
  constructor(private readonly sources: PointsSources) {}

  onModuleInit(): void {
    this.sources.register('AWARD', { describe: (manager, awardIds) => this.#describe(manager, awardIds) });
  }

  async #describe(
    manager: EntityManager,
    awardIds: readonly string[],
  ): Promise<ReadonlyMap<string, PointsSourceWords>> {
    const awards = await manager.find(Award, {
      select: { memberNo: true, awardNo: true, awardId: true, title: true, reason: true },
      where: { awardId: In([...awardIds]) },
    });
    return new Map(awards.map(({ awardId, title, reason }) => [awardId, { what: title, why: reason }]));
  }
}
