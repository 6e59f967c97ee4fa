import { Injectable } from '@nestjs/common';
import type {
  DeskQuestion,
  DeskQuestions,
  GroupQuestionQuery,
} from '@siyu/shared/contracts/communities-desk';
import { In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal, type Scope } from '../../platform/http/index.ts';
import { questionDecided, questionNotFound, registrationRequired } from './community-desk.errors.ts';
import { CommunityGroup } from './community-group.entity.ts';
import { GroupQuestionEntry } from './group-post.entity.ts';
import { GroupScope } from './group-scope.service.ts';
import { PostWording } from './post-wording.ts';

const Position = z.tuple([z.int(), z.string()]);
const SUBJECT = 'group_question';

interface Decision {
  readonly state: 'ANSWERED' | 'DECLINED';
  readonly answer: string | null;
  readonly declinedReason: string | null;
}

/** What members ask in their groups, and what becomes of it: one answer, by one person who may give it. */
@Injectable()
export class QuestionDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly staff: StaffDirectory,
    private readonly scope: GroupScope,
    private readonly wording: PostWording,
  ) {}

  /** Of the open ones who has waited longest first, of the others the last asked. */
  async listQuestions(
    caller: Principal,
    { state, group, limit, cursor }: z.output<typeof GroupQuestionQuery>,
  ): Promise<DeskQuestions> {
    const matching = (await this.#inReach(caller.scope)).andWhere('one.state = :state', { state });
    if (group !== undefined) matching.andWhere('one.groupId = :group', { group });
    const total = await matching.getCount();
    const [order, beyond] = state === 'OPEN' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere(
        `(one.askedAt ${beyond} :at OR (one.askedAt = :at AND one.questionId ${beyond} :id))`,
        { at: after[0], id: after[1] },
      );
    const found = await matching
      .orderBy('one.askedAt', order)
      .addOrderBy('one.questionId', order)
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.askedAt, last.questionId]),
      mayAnswer: await this.#isRegistered(caller),
    };
  }

  /** Those of one person that are open in groups within a scope, who waits longest first. */
  async openOf(
    scope: Scope,
    numbers: readonly number[],
    limit: number,
  ): Promise<{ readonly text: string; readonly askedAt: string }[]> {
    const open = (await this.#inReach(scope)).andWhere('one.state = :state', { state: 'OPEN' });
    const found = await open
      .andWhere('one.memberNo IN (:...numbers)', { numbers: [...numbers] })
      .orderBy('one.askedAt', 'ASC')
      .limit(limit)
      .getMany();
    return found.map(({ text, askedAt }) => ({ text, askedAt: new Date(askedAt).toISOString() }));
  }

  /**
   * Answers for everybody in the group to read. Sent again it is the same answer.
   * @throws {AppError} communities.question_not_found, communities.question_decided, communities.registration_required, communities.wording_refused, communities.answer_doubtful
   */
  async answer(adviser: Principal, questionId: string, text: string): Promise<DeskQuestion> {
    await this.#find(adviser.scope, questionId);
    if (!(await this.#isRegistered(adviser))) throw registrationRequired();
    const subject = { subjectKind: SUBJECT, subjectId: questionId };
    // Nobody reviews an answer before it is read, so what would need a second look is to be said otherwise.
    const dictionaryVersions = await this.wording.noteRefusal(adviser, subject, () =>
      this.wording.requireClear(text),
    );
    const decision = { state: 'ANSWERED', answer: text, declinedReason: null } as const;
    return this.#decide(adviser, questionId, decision, {
      action: 'communities.answer_question',
      inputs: { answerSha256: sha256OfJson({ text }), dictionaryVersions },
    });
  }

  /**
   * Leaves a question unanswered, for a reason that only who asked reads.
   * @throws {AppError} communities.question_not_found, communities.question_decided, communities.wording_refused
   */
  async decline(actor: Principal, questionId: string, reason: string): Promise<DeskQuestion> {
    await this.#find(actor.scope, questionId);
    const subject = { subjectKind: SUBJECT, subjectId: questionId };
    await this.wording.noteRefusal(actor, subject, () => this.wording.requireSayable(reason));
    const decision = { state: 'DECLINED', answer: null, declinedReason: reason } as const;
    return this.#decide(actor, questionId, decision, { action: 'communities.decline_question', inputs: {} });
  }

  /** One conditional update: of two people who decide at once, the second changes nothing and is told so. */
  async #decide(
    actor: Principal,
    questionId: string,
    decision: Decision,
    { action, inputs }: { readonly action: string; readonly inputs: Readonly<Record<string, unknown>> },
  ): Promise<DeskQuestion> {
    await this.database.runInTransaction(async (tx: Transaction) => {
      const { affected } = await tx.manager.update(
        GroupQuestionEntry,
        { questionId, state: 'OPEN' },
        { ...decision, deciderId: actor.id, decidedAt: this.clock.now() },
      );
      const kept = await tx.manager.findOneBy(GroupQuestionEntry, { questionId });
      if (kept === null) throw questionNotFound();
      if (affected === 1) {
        const subject = { subjectKind: SUBJECT, subjectId: questionId, subjectNo: kept.memberNo };
        await this.audit.record(tx, {
          actor,
          action,
          ...subject,
          inputs: { groupId: kept.groupId, ...inputs },
        });
      } else if (!isSame(kept, actor, decision)) throw questionDecided();
    });
    return this.#get(questionId);
  }

  /** An adviser whose registration is in force: education too is given under a name. */
  async #isRegistered({ id, roles }: Principal): Promise<boolean> {
    if (!roles.includes('adviser')) return false;
    return (await this.staff.findServingStaff(id))?.isRegistered === true;
  }

  async #find(scope: Scope, questionId: string): Promise<void> {
    const query = await this.#inReach(scope);
    if (!(await query.andWhere('one.questionId = :questionId', { questionId }).getExists()))
      throw questionNotFound();
  }

  async #get(questionId: string): Promise<DeskQuestion> {
    const entries = await this.database.read.findBy(GroupQuestionEntry, { questionId });
    const [row] = await this.#rowsOf(entries);
    if (row === undefined) throw questionNotFound();
    return row;
  }

  async #inReach(scope: Scope): Promise<SelectQueryBuilder<GroupQuestionEntry>> {
    const questions = this.database.read.createQueryBuilder(GroupQuestionEntry, 'one').where('1 = 1');
    const reach = await this.scope.reachOf(scope);
    if (reach === null) return questions;
    if (reach.size === 0) return questions.andWhere('1 = 0');
    return questions.andWhere(
      `one.groupId IN (SELECT g.group_id FROM community_groups g WHERE g.owner_wecom_user_id IN (:...reach))`,
      { reach: [...reach] },
    );
  }

  async #rowsOf(entries: readonly GroupQuestionEntry[]): Promise<DeskQuestion[]> {
    const groupIds = [...new Set(entries.map(({ groupId }) => groupId))];
    const [groups, people] = await Promise.all([
      this.database.read.findBy(CommunityGroup, { groupId: In(groupIds) }),
      this.staff.listStaffByIds(entries.flatMap(({ deciderId }) => deciderId ?? [])),
    ]);
    const names = new Map(groups.map(({ groupId, name }) => [groupId, name]));
    return entries.map((entry) => {
      const { questionId, groupId, text, state, askedAt, decidedAt, deciderId } = entry;
      return {
        questionId,
        groupId,
        groupName: names.get(groupId) ?? '',
        text,
        state,
        askedAt: new Date(askedAt).toISOString(),
        decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
        deciderName: people.get(deciderId ?? '')?.name ?? null,
        reply: entry.answer ?? entry.declinedReason,
      };
    });
  }
}

/** What the same person decided before in the same words. */
const isSame = (kept: GroupQuestionEntry, { id }: Principal, decision: Decision): boolean =>
  kept.deciderId === id &&
  kept.state === decision.state &&
  kept.answer === decision.answer &&
  kept.declinedReason === decision.declinedReason;
