import { Injectable } from '@nestjs/common';
import { ReviewList, Reviews } from '../foundation/reviews/index.ts';
import { LessonEditing, LessonPublication } from '../services/content/index.ts';
import { demoLessons } from './demo-lessons.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

/** The lessons of the demo firm, brought to members the way every lesson goes: written, reviewed, published. */
@Injectable()
export class DemoPublication {
  constructor(
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly editing: LessonEditing,
    private readonly reviews: Reviews,
    private readonly reviewList: ReviewList,
    private readonly publication: LessonPublication,
  ) {}

  async load(progress: (done: number) => void): Promise<void> {
    const author = await this.organisation.principalOf('adviser1');
    const reviewer = await this.organisation.principalOf('compliance');
    const operator = await this.organisation.principalOf('operator');
    for (const [index, draft] of demoLessons().entries()) {
      const name = `${draft.pathCode}-${draft.position}`;
      await this.steps.once(`draft:${name}`, async (tx) => {
        const lessonId = await this.editing.createDraft(tx, draft, author);
        await this.editing.submit(tx, lessonId, author);
      });
      const { rows } = await this.reviewList.listReviews({ limit: 50, state: 'OPEN' });
      const row = rows.find(({ subjectTitle }) => subjectTitle === draft.title);
      await this.steps.once(`live:${name}`, async (tx) => {
        if (row === undefined) throw new Error(`the demo lesson ${name} waits for no review`);
        const { subjectId: lessonId, reviewId, subjectSha256: sha256 } = row;
        const comment = '内容属于投资者教育，不涉及具体产品，风险提示完整。';
        await this.reviews.decide(tx, { reviewId, isApproved: true, comment, sha256, decider: reviewer });
        await this.publication.publish(tx, lessonId, operator);
      });
      progress(index + 1);
    }
  }
}
