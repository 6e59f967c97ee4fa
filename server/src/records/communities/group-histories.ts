import { Injectable } from '@nestjs/common';
import { Randomness } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import { CommunityGroup } from './community-group.entity.ts';
import { GroupNoticeDraft } from './group-notice-draft.entity.ts';
import { GroupLesson, GroupNoticeEntry, GroupQuestionEntry } from './group-post.entity.ts';
import { hashOfNotice } from './notice-hash.ts';

/** What was said in a group in the past; moments are epoch ms. */
export interface GroupHistory {
  readonly chatId: string;
  readonly notices: readonly Pick<GroupNoticeEntry, 'text' | 'authorId' | 'publishedAt'>[];
  readonly lessons: readonly Pick<GroupLesson, 'lessonId' | 'sharerId' | 'sharedAt'>[];
  readonly answered: readonly {
    readonly memberNo: number;
    readonly text: string;
    readonly askedAt: number;
    readonly answer: string;
    readonly deciderId: string;
    readonly decidedAt: number;
  }[];
}

/** Writes what lies back in a group that is known, for history that is loaded; the living go through the services. */
@Injectable()
export class GroupHistories {
  constructor(private readonly randomness: Randomness) {}

  async record(tx: Transaction, { chatId, notices, lessons, answered }: GroupHistory): Promise<void> {
    const { groupId } = await tx.manager.findOneByOrFail(CommunityGroup, { chatId });
    const own = () => ({ groupId, removedAt: null });
    const told = notices.map((notice) => ({ ...notice, ...own(), noticeId: this.randomness.uuid() }));
    await insertRows(tx, GroupNoticeEntry, told);
    await insertRows(tx, GroupNoticeDraft, told.map(draftOf));
    await insertRows(
      tx,
      GroupLesson,
      lessons.map((lesson) => ({ ...lesson, ...own(), shareId: this.randomness.uuid() })),
    );
    await insertRows(
      tx,
      GroupQuestionEntry,
      answered.map((question) => ({
        ...question,
        groupId,
        questionId: this.randomness.uuid(),
        state: 'ANSWERED',
        platformVerdict: null,
        declinedReason: null,
      })),
    );
  }
}

/** A notice that members read already, as the desk knows it. */
const draftOf = (
  notice: Pick<GroupNoticeEntry, 'noticeId' | 'groupId' | 'text' | 'authorId' | 'publishedAt'>,
) => ({
  noticeId: notice.noticeId,
  groupId: notice.groupId,
  text: notice.text,
  version: 1,
  contentSha256: hashOfNotice(notice.groupId, notice.text),
  state: 'PUBLISHED',
  authorId: notice.authorId,
  editorIds: [notice.authorId],
  createdAt: notice.publishedAt,
  updatedAt: notice.publishedAt,
});
