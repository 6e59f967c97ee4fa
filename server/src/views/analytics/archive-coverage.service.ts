import { Injectable } from '@nestjs/common';
import type { ArchiveCoverage, GroupArchive } from '@siyu/shared/contracts/archive';
import { UNKEPT_NAMED_MAX } from '@siyu/shared/contracts/archive.limits';
import { dayOfInstant } from '@siyu/shared/time';
import { Clock } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { ArchiveCoverage as Coverage, ArchiveStanding } from '../../records/archive/index.ts';
import { groupNotFound } from './analytics.errors.ts';
import { countKept } from './count-kept.query.ts';
import { countRecordedContacts } from './count-recorded-contacts.query.ts';
import { findGroupKeeping } from './find-group-keeping.query.ts';
import { listUnkeptAdvisers } from './list-unkept-advisers.query.ts';
import { listUnkeptGroups } from './list-unkept-groups.query.ts';
import { staffInScope } from './staff-in-scope.ts';

/** What of the firm's conversations is kept, and which advisers and groups leave no trace. */
@Injectable()
export class ArchiveCoverages {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly standing: ArchiveStanding,
    private readonly coverage: Coverage,
  ) {}

  /** @throws {AppError} communities.group_not_found also outside the scope */
  async ofGroup(scope: Scope, groupId: string): Promise<GroupArchive> {
    const isKept = await findGroupKeeping(this.database.read, groupId, staffInScope(scope));
    if (isKept === null) throw groupNotFound();
    return { isKept: isKept && this.coverage.isOn };
  }

  async of(scope: Scope): Promise<ArchiveCoverage> {
    const now = this.clock.now();
    const standing = await this.standing.get();
    const { read } = this.database;
    const asked = { scope: staffInScope(scope), isOn: standing.isOn, today: dayOfInstant(now) };
    const [kept, advisers, groups, contacts] = await Promise.all([
      countKept(read, asked),
      listUnkeptAdvisers(read, asked, UNKEPT_NAMED_MAX),
      listUnkeptGroups(read, asked, UNKEPT_NAMED_MAX),
      countRecordedContacts(read, this.config.wecom?.corpId ?? ''),
    ]);
    return {
      asOf: new Date(now).toISOString(),
      ...standing,
      advisers: { total: kept.advisers, kept: kept.keptAdvisers, unkept: [...advisers] },
      groups: { total: kept.groupCount, kept: kept.keptGroups, unkept: [...groups] },
      contacts,
    };
  }
}
