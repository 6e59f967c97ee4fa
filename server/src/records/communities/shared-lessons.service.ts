import { Injectable } from '@nestjs/common';
import type { SharedLesson } from '@siyu/shared/contracts/communities-desk';
import { GROUP_LESSONS_MAX } from '@siyu/shared/contracts/communities-desk.limits';
import { IsNull } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { PlacementLessons } from '../channels/index.ts';
import { groupDissolved, lessonNotPublished, tooManyLessons } from './community-desk.errors.ts';
import { CommunityGroup } from './community-group.entity.ts';
import { GroupLesson } from './group-post.entity.ts';
import { GroupScope } from './group-scope.service.ts';

/** Which published lessons a group is shown. */
@Injectable()
export class SharedLessons {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly staff: StaffDirectory,
    private readonly scope: GroupScope,
    private readonly shelf: PlacementLessons,
  ) {}

  /** The last shared first. */
  async sharedWith(groupId: string): Promise<readonly SharedLesson[]> {
    const shares = await this.database.read.find(GroupLesson, {
      where: { groupId, removedAt: IsNull() },
      order: { sharedAt: 'DESC', shareId: 'DESC' },
      take: GROUP_LESSONS_MAX,
    });
    const [titles, people] = await Promise.all([
      this.shelf.titles(),
      this.staff.listStaffByIds(shares.map(({ sharerId }) => sharerId)),
    ]);
    return shares.map(({ lessonId, sharerId, sharedAt }) => ({
      lessonId,
      title: titles.get(lessonId) ?? null,
      sharedBy: people.get(sharerId)?.name ?? '',
      sharedAt: new Date(sharedAt).toISOString(),
    }));
  }

  /**
   * Shares a lesson; one that is shared already stays as it is.
   * @throws {AppError} communities.group_out_of_reach, communities.group_dissolved, communities.lesson_not_published, communities.too_many_lessons
   */
  async share(sharer: Principal, groupId: string, lessonId: string): Promise<void> {
    const { state } = await this.scope.findGroup(sharer.scope, groupId);
    if (state === 'DISSOLVED') throw groupDissolved();
    if (!(await this.shelf.titles()).has(lessonId)) throw lessonNotPublished();
    await this.database.runInTransaction(async (tx) => {
      // Two people who share at once do so one after the other.
      await tx.manager.update(CommunityGroup, { groupId }, { syncedAt: () => 'synced_at' });
      const shared = await tx.manager.findBy(GroupLesson, { groupId, removedAt: IsNull() });
      if (shared.some((each) => each.lessonId === lessonId)) return;
      if (shared.length >= GROUP_LESSONS_MAX) throw tooManyLessons(GROUP_LESSONS_MAX);
      const row = { shareId: this.randomness.uuid(), groupId, lessonId };
      await insertRows(tx, GroupLesson, [{ ...row, sharerId: sharer.id, sharedAt: this.clock.now() }]);
      await this.#note(tx, 'communities.share_lesson', sharer, groupId, lessonId);
    });
  }

  /** Shown to the group no more; done again it changes nothing. */
  async unshare(actor: Principal, groupId: string, lessonId: string): Promise<void> {
    await this.scope.findGroup(actor.scope, groupId);
    await this.database.runInTransaction(async (tx) => {
      const { affected } = await tx.manager.update(
        GroupLesson,
        { groupId, lessonId, removedAt: IsNull() },
        { removedAt: this.clock.now() },
      );
      if (affected === 0) return;
      await this.#note(tx, 'communities.unshare_lesson', actor, groupId, lessonId);
    });
  }

  #note(tx: Transaction, action: string, actor: Principal, groupId: string, lessonId: string): Promise<void> {
    const subject = { subjectKind: 'community_group', subjectId: groupId };
    return this.audit.record(tx, { actor, action, ...subject, inputs: { lessonId } });
  }
}
