import { Injectable } from '@nestjs/common';
import type { GroupPage } from '@siyu/shared/contracts/group-page';
import { GroupBoard, MemberGroups } from '../../records/communities/index.ts';
import { Content } from '../../services/content/index.ts';

/** What a group shows its members: what was said there, and of the lessons shared those that are published. */
@Injectable()
export class GroupPages {
  constructor(
    private readonly groups: MemberGroups,
    private readonly board: GroupBoard,
    private readonly content: Content,
  ) {}

  /** @throws {AppError} communities.group_not_found for whoever is not of the group, communities.consent_required */
  async getPage(memberNo: number, groupId: string, questionsCursor: string | undefined): Promise<GroupPage> {
    const { card: group, numbers } = await this.groups.get(memberNo, groupId);
    const { lessonIds, notices, questions, nextQuestionsCursor } = await this.board.read(
      groupId,
      numbers,
      questionsCursor,
    );
    const cards = lessonIds.length === 0 ? [] : await this.content.cardsOf(memberNo);
    // Whatever a text was when somebody shared it: advice is for one member, never for a group (REQ-ADV-2).
    const education = cards.filter(({ label }) => label === 'education');
    const cardOf = new Map(education.map((card) => [card.lessonId, card]));
    return {
      group,
      notices: [...notices],
      lessons: lessonIds.flatMap((lessonId) => cardOf.get(lessonId) ?? []),
      questions: [...questions],
      nextQuestionsCursor,
    };
  }
}
