import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../platform/database/index.ts';
import { liveOf } from './path-draft.ts';
import { Path, PathVersion } from './path.entity.ts';
import type { StandingPath } from './place-lessons.ts';

/** All paths as members find them, for the catalogue. */
@Injectable()
export class StandingPaths {
  constructor(private readonly database: Database) {}

  async list(manager: EntityManager = this.database.read): Promise<readonly StandingPath[]> {
    const [paths, versions] = await Promise.all([
      manager.find(Path, { order: { place: 'ASC', pathCode: 'ASC' } }),
      manager.findBy(PathVersion, { state: 'PUBLISHED' }),
    ]);
    const live = new Map(versions.map((version) => [version.pathId, liveOf(version)]));
    return paths.map(({ pathId, pathCode, place }) => ({ pathCode, place, live: live.get(pathId) ?? null }));
  }
}
