import { Injectable } from '@nestjs/common';
import type { DeskNotice } from '@siyu/shared/contracts/communities-desk';
import { GROUP_NOTICE_SUBJECT, GROUP_NOTICES_SHOWN } from '@siyu/shared/contracts/communities-desk.limits';
import { In } from 'typeorm';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { ReviewList } from '../../foundation/reviews/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { noticeNotFound } from './community-desk.errors.ts';
import type { CommunityGroup } from './community-group.entity.ts';
import { GroupNoticeDraft } from './group-notice-draft.entity.ts';
import { GroupNoticeEntry } from './group-post.entity.ts';
import { GroupScope } from './group-scope.service.ts';

interface Opened {
  readonly draft: GroupNoticeDraft;
  readonly group: CommunityGroup;
}

/** Notices as staff see them, with how far each is on its way. */
@Injectable()
export class NoticeLists {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly reviews: ReviewList,
    private readonly scope: GroupScope,
  ) {}

  /** The newest of a group. */
  async latestOf(group: CommunityGroup): Promise<readonly DeskNotice[]> {
    const drafts = await this.database.read.find(GroupNoticeDraft, {
      where: { groupId: group.groupId },
      order: { createdAt: 'DESC', noticeId: 'DESC' },
      take: GROUP_NOTICES_SHOWN,
    });
    return this.#rowsOf(drafts, group);
  }

  async getNotice(scope: Scope, noticeId: string): Promise<DeskNotice> {
    const { draft, group } = await this.find(scope, noticeId);
    const [row] = await this.#rowsOf([draft], group);
    if (row === undefined) throw noticeNotFound();
    return row;
  }

  /** @throws {AppError} communities.notice_not_found also outside the caller's reach */
  async find(scope: Scope, noticeId: string): Promise<Opened> {
    const draft = await this.database.read.findOneBy(GroupNoticeDraft, { noticeId });
    if (draft === null) throw noticeNotFound();
    const group = await this.scope.findGroup(scope, draft.groupId).catch(() => {
      throw noticeNotFound();
    });
    return { draft, group };
  }

  async #rowsOf(drafts: readonly GroupNoticeDraft[], group: CommunityGroup): Promise<DeskNotice[]> {
    const noticeIds = drafts.map(({ noticeId }) => noticeId);
    const [seen, people] = await Promise.all([
      this.database.read.findBy(GroupNoticeEntry, { noticeId: In(noticeIds) }),
      this.staff.listStaffByIds(drafts.map(({ authorId }) => authorId)),
    ]);
    const seenById = new Map(seen.map((entry) => [entry.noticeId, entry]));
    return Promise.all(
      drafts.map(async ({ noticeId, groupId, text, state, version, contentSha256, authorId, updatedAt }) => {
        const entry = seenById.get(noticeId);
        const isReturned = state === 'RETURNED';
        const review = isReturned
          ? await this.reviews.findLastDecision(GROUP_NOTICE_SUBJECT, noticeId)
          : null;
        return {
          noticeId,
          groupId,
          groupName: group.name,
          text,
          state,
          version,
          sha256: contentSha256,
          authorName: people.get(authorId)?.name ?? '',
          updatedAt: new Date(updatedAt).toISOString(),
          publishedAt: entry === undefined ? null : new Date(entry.publishedAt).toISOString(),
          withdrawnAt: state === 'WITHDRAWN' ? new Date(updatedAt).toISOString() : null,
          returnedComment: review?.comment ?? null,
        };
      }),
    );
  }
}
