import { Injectable } from '@nestjs/common';
import type { LessonComment, WriteComment } from '@siyu/shared/contracts/discussion';
import { COMMENTS_PER_DAY } from '@siyu/shared/contracts/discussion.limits';
import { In, IsNull, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { ExternalIds, Identity } from '../../records/identity/index.ts';
import { MemberTexts } from '../../records/moderation/index.ts';
import { consentRequired, Content } from '../content/index.ts';
import { CommentLists } from './comment-lists.ts';
import { commentNotFound, commentRefused, commentTaken, tooManyComments } from './discussion.errors.ts';
import { judgeComment } from './judge-comment.ts';
import { LessonCommentEntry } from './lesson-comment.entity.ts';

const DAY = 86_400_000;

/** What members write under lessons. What both readers find in order is shown at once; the rest waits or is refused. */
@Injectable()
export class CommentWriting {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly externalIds: ExternalIds,
    private readonly texts: MemberTexts,
    private readonly content: Content,
    private readonly lists: CommentLists,
  ) {}

  /**
   * Told again it is the same comment, and what was told first stays.
   * @throws {AppError} content.lesson_not_found, discussion.comment_taken, discussion.too_many_comments, and one of
   * discussion.promises_returns, names_stocks, asks_for_payment, lures_people, refused_by_wechat
   */
  async write(memberNo: number, lessonId: string, written: WriteComment): Promise<LessonComment> {
    await this.content.getShownFor(memberNo, lessonId);
    const numbers = await this.identity.numbersOf(memberNo);
    const { commentId } = written;
    const known = await this.database.read.findOneBy(LessonCommentEntry, { commentId });
    if (known === null) {
      const doubts = await this.#doubtsAbout(memberNo, written);
      const row = { ...written, lessonId, memberNo, doubts, state: doubts.length > 0 ? 'WAITING' : 'SHOWN' };
      await this.database.runInTransaction((tx) => this.#insert(tx, row, numbers));
    }
    const kept = known ?? (await this.database.read.findOneByOrFail(LessonCommentEntry, { commentId }));
    const isSame = kept.lessonId === lessonId && numbers.includes(kept.memberNo);
    if (!isSame || kept.deletedAt !== null) throw commentTaken();
    return this.lists.commentOf(kept, numbers);
  }

  /**
   * Takes one of the member's own away, with its answer; the row stays without words, so that a repeat of the writing
   * does not bring it back.
   * @throws {AppError} discussion.comment_not_found
   */
  async delete(memberNo: number, commentId: string): Promise<void> {
    const numbers = await this.identity.numbersOf(memberNo);
    const own = { commentId, memberNo: In([...numbers]) };
    const bare = { text: '', answer: null, refusedReason: null, deletedAt: this.clock.now() };
    await this.database.runInTransaction(async ({ manager }) => {
      await manager.update(LessonCommentEntry, { ...own, deletedAt: IsNull() }, bare);
      if (!(await manager.existsBy(LessonCommentEntry, own))) throw commentNotFound();
    });
  }

  async #doubtsAbout(memberNo: number, { kind, text }: WriteComment) {
    const issuer = this.config.wechat.appId;
    const openid = (await this.externalIds.of([memberNo], { kind: 'wechat_openid', issuer })).get(memberNo);
    const judgement = judgeComment(kind, await this.texts.read(openid, text));
    if (judgement.refusal !== null) throw commentRefused(judgement.refusal);
    return judgement.doubts;
  }

  async #insert(
    tx: Transaction,
    row: Pick<LessonCommentEntry, 'commentId' | 'memberNo'> & object,
    numbers: readonly number[],
  ): Promise<void> {
    const { commentId, memberNo } = row;
    // Two at once of one member are counted one after the other; who withdraws meanwhile leaves nothing behind.
    await this.identity.lockMembers(tx, [memberNo]);
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager))) throw consentRequired();
    if (await tx.manager.existsBy(LessonCommentEntry, { commentId })) return;
    const writtenAt = this.clock.now();
    const today = { memberNo: In([...numbers]), writtenAt: MoreThan(writtenAt - DAY) };
    if ((await tx.manager.countBy(LessonCommentEntry, today)) >= COMMENTS_PER_DAY) throw tooManyComments();
    await insertRows(tx, LessonCommentEntry, [{ ...row, writtenAt }]);
  }
}
