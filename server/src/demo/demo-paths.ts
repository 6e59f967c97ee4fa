import { Injectable } from '@nestjs/common';
import type { PathDraft } from '@siyu/shared/contracts/paths';
import { ReviewList, Reviews } from '../foundation/reviews/index.ts';
import { PathDesk, PathEditing, PathPublication } from '../services/content/index.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

const firm = { kind: 'firm' } as const;

/** What the paths of the demo firm say of themselves; each is a path of four lessons by now. */
const PATHS: readonly {
  readonly code: string;
  readonly summary: string;
  readonly courses: readonly string[];
}[] = [
  { code: 'first-steps', summary: '开户之前先弄明白的四件事，每课几分钟。', courses: [] },
  {
    code: 'fund-craft',
    summary: '费用、定投、回撤和债券，买基金之前先做的功课。',
    courses: ['先算清楚', '再看波动'],
  },
  { code: 'long-view', summary: '从配置到养老，把时间放长了看。', courses: [] },
];

/** The learning paths of the demo firm, brought to members the way every path goes: written, reviewed, published. */
@Injectable()
export class DemoPaths {
  constructor(
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly desk: PathDesk,
    private readonly editing: PathEditing,
    private readonly reviews: Reviews,
    private readonly publication: PathPublication,
    private readonly reviewList: ReviewList,
  ) {}

  async load(): Promise<void> {
    const operator = await this.organisation.principalOf('operator');
    const decider = await this.organisation.principalOf('compliance');
    const { rows } = await this.desk.listRows(firm, { limit: 100 });
    for (const { code, summary, courses } of PATHS) {
      const pathId = rows.find(({ pathCode }) => pathCode === code)?.pathId;
      if (pathId === undefined) throw new Error(`the demo path ${code} has no lesson`);
      const { row, draft } = await this.desk.getDetail(firm, pathId);
      await this.steps.once(`path:${code}`, async (tx) => {
        const written = { ...draft, summary, courses: parted(draft, courses) };
        await this.editing.saveDraft(tx, pathId, { seenSha256: row.contentSha256, draft: written }, operator);
        await this.editing.submit(tx, pathId, operator);
      });
      const open = (await this.reviewList.listReviews({ limit: 50, state: 'OPEN' })).rows;
      const review = open.find(({ subjectId }) => subjectId === pathId);
      await this.steps.once(`path-live:${code}`, async (tx) => {
        if (review === undefined) throw new Error(`the demo path ${code} waits for no review`);
        const { reviewId, subjectSha256: sha256 } = review;
        const comment = '编排清楚，简介没有涉及产品。';
        await this.reviews.decide(tx, { reviewId, isApproved: true, comment, sha256, decider });
        await this.publication.publish(tx, pathId, operator);
      });
    }
  }
}

/** The lessons as they stand, in as many parts as there are names. */
function parted({ courses }: PathDraft, names: readonly string[]): PathDraft['courses'] {
  if (names.length === 0) return courses;
  const lessonIds = courses.flatMap((course) => course.lessonIds);
  const size = Math.ceil(lessonIds.length / names.length);
  return names.map((title, at) => ({ title, lessonIds: lessonIds.slice(at * size, (at + 1) * size) }));
}
