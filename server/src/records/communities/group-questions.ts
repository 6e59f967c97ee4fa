import { Injectable } from '@nestjs/common';
import type { AskGroup, GroupQuestion } from '@siyu/shared/contracts/communities';
import { In, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { Engagement } from '../engagement/index.ts';
import { ExternalIds, Identity } from '../identity/index.ts';
import { MemberTexts } from '../moderation/index.ts';
import { questionRefused, questionTaken, tooManyQuestions } from './communities.errors.ts';
import { GroupBoard } from './group-board.ts';
import { GroupQuestionEntry } from './group-post.entity.ts';
import { MemberGroups } from './member-groups.ts';

const QUESTIONS_PER_DAY = 5;
const DAY = 86_400_000;
/** Whether a thing is promised may well be asked, and staff answers it; these may stand in no question. */
const REFUSED_FAULTS: readonly string[] = ['private_payment', 'stock_tip', 'inducement'];

/** What members ask in a group. Nobody but staff sees it before it is answered. */
@Injectable()
export class GroupQuestions {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly externalIds: ExternalIds,
    private readonly engagement: Engagement,
    private readonly texts: MemberTexts,
    private readonly groups: MemberGroups,
    private readonly board: GroupBoard,
  ) {}

  /**
   * Told again it is the same question, and what was told first stays.
   * @throws {AppError} communities.group_not_found, communities.question_refused, communities.too_many_questions
   */
  async ask(memberNo: number, groupId: string, asked: AskGroup): Promise<GroupQuestion> {
    const { numbers } = await this.groups.get(memberNo, groupId);
    const { questionId, text } = asked;
    const known = await this.database.read.findOneBy(GroupQuestionEntry, { questionId });
    if (known === null) {
      const platformVerdict = await this.#verdictOn(memberNo, text);
      await this.database.runInTransaction((tx) =>
        this.#write(tx, { numbers, memberNo, groupId, questionId, text, platformVerdict }),
      );
    }
    const kept = known ?? (await this.database.read.findOneByOrFail(GroupQuestionEntry, { questionId }));
    if (kept.groupId !== groupId || !numbers.includes(kept.memberNo)) throw questionTaken();
    return this.board.questionOf(kept, numbers);
  }

  /** @returns what WeChat says, or null when it cannot be asked: staff reads every question anyway */
  async #verdictOn(memberNo: number, text: string): Promise<string | null> {
    const issuer = this.config.wechat.appId;
    const openid = (await this.externalIds.of([memberNo], { kind: 'wechat_openid', issuer })).get(memberNo);
    const { findings, platformVerdict } = await this.texts.read(openid, text);
    if (platformVerdict === 'risky' || findings.some(({ fault }) => REFUSED_FAULTS.includes(fault)))
      throw questionRefused();
    return platformVerdict;
  }

  async #write(
    tx: Transaction,
    {
      numbers,
      ...row
    }: Pick<GroupQuestionEntry, 'memberNo' | 'groupId' | 'questionId' | 'text' | 'platformVerdict'> & {
      readonly numbers: readonly number[];
    },
  ): Promise<void> {
    const { memberNo, questionId } = row;
    // Two at once of one member are counted one after the other.
    await this.identity.lockMembers(tx, [memberNo]);
    if (await tx.manager.existsBy(GroupQuestionEntry, { questionId })) return;
    const now = this.clock.now();
    const today = { memberNo: In([...numbers]), askedAt: MoreThan(now - DAY) };
    if ((await tx.manager.countBy(GroupQuestionEntry, today)) >= QUESTIONS_PER_DAY) throw tooManyQuestions();
    const open = { state: 'OPEN', askedAt: now, deciderId: null, decidedAt: null };
    await insertRows(tx, GroupQuestionEntry, [{ ...row, ...open, answer: null, declinedReason: null }]);
    await this.engagement.append(tx, memberNo, [{ type: 'group_replied', eventId: questionId }]);
  }
}
