import { Injectable } from '@nestjs/common';
import type { ContentDraft } from '@siyu/shared/contracts/content';
import { ReviewList, Reviews } from '../foundation/reviews/index.ts';
import { Content, LessonEditing, LessonPublication, PosterPictures } from '../services/content/index.ts';
import { demoContents, demoPicture, draftOfContent } from './demo-contents.ts';
import { demoLessons } from './demo-lessons.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoPaths } from './demo-paths.ts';
import { DemoSteps } from './demo-steps.ts';

/** The texts and then the paths of the demo firm, brought to members the way every text goes: written, reviewed, published. */
@Injectable()
export class DemoPublication {
  constructor(
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly content: Content,
    private readonly pictures: PosterPictures,
    private readonly editing: LessonEditing,
    private readonly reviews: Reviews,
    private readonly reviewList: ReviewList,
    private readonly publication: LessonPublication,
    private readonly paths: DemoPaths,
  ) {}

  async load(progress: (done: number) => void): Promise<void> {
    const contents = demoContents();
    for (const text of contents.filter(({ kind }) => kind === 'article'))
      await this.#bringOut(text.title, text.title, () => draftOfContent(text, null, null));
    for (const [index, draft] of demoLessons().entries()) {
      await this.#bringOut(`${draft.pathCode}-${draft.position}`, draft.title, () => draft);
      progress(index + 1);
    }
    for (const text of contents) {
      if (text.kind === 'article') continue;
      await this.#bringOut(text.title, text.title, async () => {
        const pictureId =
          text.kind === 'poster' ? await this.pictures.take(demoPicture(text.picture.file)) : null;
        return draftOfContent(text, await this.#lessonAt(text.target), pictureId);
      });
    }
    await this.paths.load();
  }

  async #bringOut(
    name: string,
    title: string,
    write: () => ContentDraft | Promise<ContentDraft>,
  ): Promise<void> {
    const [author, reviewer, operator] = [
      await this.organisation.principalOf('adviser1'),
      await this.organisation.principalOf('compliance'),
      await this.organisation.principalOf('operator'),
    ];
    if (!(await this.steps.isDone(`draft:${name}`))) {
      const draft = await write();
      await this.steps.once(`draft:${name}`, async (tx) => {
        const lessonId = await this.editing.createDraft(tx, draft, author);
        await this.editing.submit(tx, lessonId, author);
      });
    }
    if (await this.steps.isDone(`live:${name}`)) return;
    const { rows } = await this.reviewList.listReviews({ limit: 50, state: 'OPEN' });
    const row = rows.find(({ subjectTitle }) => subjectTitle === title);
    await this.steps.once(`live:${name}`, async (tx) => {
      if (row === undefined) throw new Error(`the demo text ${name} waits for no review`);
      const { subjectId: lessonId, reviewId, subjectSha256: sha256 } = row;
      const comment = '内容属于投资者教育，不涉及具体产品，风险提示完整。';
      await this.reviews.decide(tx, { reviewId, isApproved: true, comment, sha256, decider: reviewer });
      await this.publication.publish(tx, lessonId, operator);
    });
  }

  /** @param place such as `first-steps-1` */
  async #lessonAt(place: string): Promise<string> {
    const lessons = await this.content.publishedLessons();
    const lesson = lessons.find(({ pathCode, position }) => `${pathCode}-${position}` === place);
    if (lesson === undefined) throw new Error(`the demo firm has no lesson ${place}`);
    return lesson.lessonId;
  }
}
