import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GROUP_NOTICE_SUBJECT } from '@siyu/shared/contracts/communities-desk.limits';
import { z } from 'zod';
import { Audit } from '../../foundation/audit/index.ts';
import { type DecidedReview, Reviews } from '../../foundation/reviews/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import {
  authorMayNotReview,
  groupDissolved,
  noticeChanged,
  noticeNotFound,
  noticeNotOpen,
} from './community-desk.errors.ts';
import type { CommunityGroup } from './community-group.entity.ts';
import { GroupNoticeDraft } from './group-notice-draft.entity.ts';
import { GroupNoticeEntry } from './group-post.entity.ts';
import { GroupScope } from './group-scope.service.ts';
import { hashOfNotice } from './notice-hash.ts';
import { NoticeLists } from './notice-lists.service.ts';
import { PostWording } from './post-wording.ts';

const Made = z.object({ id: z.string() });
const TITLE_MAX = 120;

/** From what somebody writes to what a group reads: never without another person's look at it (REQ-PUB-1, -3). */
@Injectable()
export class NoticeDesk implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly scope: GroupScope,
    private readonly lists: NoticeLists,
    private readonly wording: PostWording,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(GROUP_NOTICE_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /**
   * Hands a new notice to a reviewer.
   * @returns its id
   * @throws {AppError} communities.group_out_of_reach, communities.group_dissolved, communities.wording_refused
   */
  async write(author: Principal, groupId: string, text: string, key: string | null): Promise<string> {
    const group = await this.scope.findGroup(author.scope, groupId);
    if (group.state === 'DISSOLVED') throw groupDissolved();
    const secondLooks = await this.#sayable(author, groupId, text);
    const work = async (tx: Transaction) => {
      const noticeId = this.randomness.uuid();
      const now = this.clock.now();
      const version = 1;
      const contentSha256 = hashOfNotice(groupId, text);
      const row = {
        noticeId,
        groupId,
        text,
        version,
        contentSha256,
        state: 'IN_REVIEW',
        authorId: author.id,
      };
      await insertRows(tx, GroupNoticeDraft, [
        { ...row, editorIds: [author.id], createdAt: now, updatedAt: now },
      ]);
      await this.#ask(tx, { group, noticeId, text, version, sha256: contentSha256, requester: author });
      await this.#note(tx, 'communities.write_notice', author, noticeId, { groupId, secondLooks });
      return { id: noticeId };
    };
    const asked = {
      principalId: author.id,
      requestSha256: hashOfNotice(groupId, text),
      now: this.clock.now(),
    };
    const { id } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return id;
  }

  /**
   * Another text for a notice that members have not seen; what was asked of a reviewer before is void.
   * @throws {AppError} communities.notice_not_found, communities.notice_not_open, communities.wording_refused
   */
  async revise(author: Principal, noticeId: string, text: string): Promise<void> {
    const { group } = await this.lists.find(author.scope, noticeId);
    const { groupId } = group;
    const secondLooks = await this.#sayable(author, groupId, text);
    const contentSha256 = hashOfNotice(groupId, text);
    await this.database.runInTransaction(async (tx) => {
      const draft = await this.#lock(tx, noticeId);
      if (draft.state !== 'IN_REVIEW' && draft.state !== 'RETURNED') throw noticeNotOpen();
      if (draft.state === 'IN_REVIEW' && draft.contentSha256 === contentSha256) return;
      await this.reviews.supersede(tx, GROUP_NOTICE_SUBJECT, noticeId, author);
      const version = draft.version + 1;
      const editorIds = [...new Set([...draft.editorIds, author.id])];
      const change = { text, version, contentSha256, editorIds, state: 'IN_REVIEW' } as const;
      await tx.manager.update(GroupNoticeDraft, { noticeId }, { ...change, updatedAt: this.clock.now() });
      await this.#ask(tx, { group, noticeId, text, version, sha256: contentSha256, requester: author });
      await this.#note(tx, 'communities.revise_notice', author, noticeId, { version, secondLooks });
    });
  }

  /** Takes a notice away, whether members see it or not; done again it changes nothing. */
  async withdraw(actor: Principal, noticeId: string): Promise<void> {
    await this.lists.find(actor.scope, noticeId);
    await this.database.runInTransaction(async (tx) => {
      const draft = await this.#lock(tx, noticeId);
      if (draft.state === 'WITHDRAWN') return;
      const now = this.clock.now();
      await this.reviews.supersede(tx, GROUP_NOTICE_SUBJECT, noticeId, actor);
      await tx.manager.update(GroupNoticeDraft, { noticeId }, { state: 'WITHDRAWN', updatedAt: now });
      await tx.manager.update(GroupNoticeEntry, { noticeId }, { removedAt: now });
      await this.#note(tx, 'communities.withdraw_notice', actor, noticeId, { wasSeenAs: draft.state });
    });
  }

  /** The notice follows the decision in the same transaction; nobody who wrote a part of it may decide. */
  async #decide(tx: Transaction, review: DecidedReview): Promise<void> {
    const { subjectId: noticeId, version, sha256, isApproved, decider, lookedAt } = review;
    const draft = await this.#lock(tx, noticeId);
    const { groupId, text, authorId, editorIds } = draft;
    if (editorIds.includes(decider.id)) throw authorMayNotReview();
    if (draft.version !== version || hashOfNotice(groupId, text) !== sha256 || draft.state !== 'IN_REVIEW')
      throw noticeChanged();
    const now = this.clock.now();
    const state = isApproved ? 'PUBLISHED' : 'RETURNED';
    await tx.manager.update(GroupNoticeDraft, { noticeId }, { state, updatedAt: now });
    if (!isApproved) return;
    // The rules may have changed since it was handed in.
    const { dictionaryVersions } = await this.wording.requireSayable(text);
    await this.wording.requireLookedAt(text, lookedAt);
    await insertRows(tx, GroupNoticeEntry, [{ noticeId, groupId, text, authorId, publishedAt: now }]);
    await this.#note(tx, 'communities.publish_notice', decider, noticeId, { sha256, dictionaryVersions });
  }

  #sayable(author: Principal, groupId: string, text: string) {
    const subject = { subjectKind: 'community_group', subjectId: groupId };
    return this.wording.noteRefusal(author, subject, () => this.wording.secondLooksAt(text));
  }

  /** Two people who work on one notice at once do so one after the other. */
  async #lock({ manager }: Transaction, noticeId: string): Promise<GroupNoticeDraft> {
    await manager.update(GroupNoticeDraft, { noticeId }, { updatedAt: () => 'updated_at' });
    const draft = await manager.findOneBy(GroupNoticeDraft, { noticeId });
    if (draft === null) throw noticeNotFound();
    return draft;
  }

  #ask(
    tx: Transaction,
    asked: {
      readonly group: CommunityGroup;
      readonly noticeId: string;
      readonly text: string;
      readonly version: number;
      readonly sha256: string;
      readonly requester: Principal;
    },
  ): Promise<string> {
    const { group, noticeId, text, version, sha256, requester } = asked;
    const subjectTitle = [...`群公告「${group.name}」：${text.replaceAll(/\s+/g, ' ')}`]
      .slice(0, TITLE_MAX)
      .join('');
    const subject = { subjectKind: GROUP_NOTICE_SUBJECT, subjectId: noticeId, subjectTitle };
    return this.reviews.request(tx, { ...subject, version, sha256, requester });
  }

  #note(
    tx: Transaction,
    action: string,
    actor: Principal,
    subjectId: string,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subjectKind: GROUP_NOTICE_SUBJECT, subjectId, inputs });
  }
}
