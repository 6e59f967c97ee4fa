import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  ConfigImpact,
  ConfigImpactOf,
  LessonReach,
  LessonReachQuery,
  LinkImpact,
  LinkImpactQuery,
} from '@siyu/shared/contracts/analytics';
import { ArchiveCoverage, GroupArchive } from '@siyu/shared/contracts/archive';
import { analyticsRoutes } from '@siyu/shared/contracts/analytics.routes';
import { ConfigKeyParam } from '@siyu/shared/contracts/configuration';
import { ContentId, PublicId } from '@siyu/shared/contracts/primitives';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { ArchiveCoverages } from './archive-coverage.service.ts';
import { ConfigImpacts } from './config-impact.service.ts';
import { LinkImpacts } from './link-impact.service.ts';
import { LessonReaches } from './lesson-reach.service.ts';

/** Figures in advance, of the whole firm or of what two registrations hold; and what of its conversations is kept. */
@Controller()
export class AnalyticsConsoleController {
  constructor(
    private readonly reaches: LessonReaches,
    private readonly impacts: ConfigImpacts,
    private readonly links: LinkImpacts,
    private readonly coverages: ArchiveCoverages,
  ) {}

  @Bind(analyticsRoutes.getArchiveCoverage, { response: ArchiveCoverage })
  @Access({ audience: 'staff', roles: ['compliance'] })
  getArchiveCoverage(@Caller() caller: Principal): Promise<ArchiveCoverage> {
    return this.coverages.of(caller.scope);
  }

  @Bind(analyticsRoutes.getGroupArchive, { response: GroupArchive })
  @Access({
    audience: 'staff',
    roles: ['adviser', 'relationshipManager', 'branchHead', 'operator', 'analyst', 'compliance'],
  })
  getGroupArchive(
    @Caller() caller: Principal,
    @Param('groupId', { schema: PublicId }) groupId: string,
  ): Promise<GroupArchive> {
    return this.coverages.ofGroup(caller.scope, groupId);
  }

  @Bind(analyticsRoutes.getLessonReach, { response: LessonReach })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  getLessonReach(
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Query({ schema: LessonReachQuery }) query: LessonReachQuery,
  ): Promise<LessonReach> {
    return this.reaches.reachOf(lessonId, query);
  }

  @Bind(analyticsRoutes.computeConfigImpact, { response: ConfigImpact })
  @Access({ audience: 'staff', roles: ['operator', 'systemAdmin'] })
  computeConfigImpact(
    @Param('key', { schema: ConfigKeyParam }) key: string,
    @Body({ schema: ConfigImpactOf }) { value }: ConfigImpactOf,
  ): Promise<ConfigImpact> {
    return this.impacts.ofValue(key, value);
  }

  @Bind(analyticsRoutes.getConfigImpact, { response: ConfigImpact })
  @Access({ audience: 'staff', roles: ['operator', 'analyst', 'compliance', 'systemAdmin', 'auditAdmin'] })
  getConfigImpact(
    @Param('configVersionId', { schema: PublicId }) configVersionId: string,
  ): Promise<ConfigImpact> {
    return this.impacts.ofVersion(configVersionId);
  }

  @Bind(analyticsRoutes.getLinkImpact, { response: LinkImpact })
  @Access({ audience: 'staff', roles: ['service', 'branchHead', 'operator', 'compliance'] })
  getLinkImpact(
    @Caller() caller: Principal,
    @Query({ schema: LinkImpactQuery }) query: LinkImpactQuery,
  ): Promise<LinkImpact> {
    return this.links.of(caller, query);
  }
}
