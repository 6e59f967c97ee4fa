import { setTimeout as sleep } from 'node:timers/promises';
import type { LessonDetail } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import type { DatabaseView, StaffClient } from '../harness/index.ts';

const PAUSE_MS = 150;
const UNDONE_MS_MAX = 180_000;

/**
 * The desk goes on while server and database are killed: lessons get another title, a second person reviews it, and
 * it is published. Whoever got no answer looks at the lesson, as people do, and goes on from there.
 */
export class Desk {
  /** Lessons that were seen published with their new title. */
  readonly published: string[] = [];
  unanswered = 0;

  constructor(
    private readonly editor: StaffClient,
    private readonly reviewer: StaffClient,
  ) {}

  async retitle(lessonId: string): Promise<void> {
    const deadline = performance.now() + UNDONE_MS_MAX;
    for (let isDone = false; !isDone;) {
      try {
        isDone = await this.#next(
          await this.editor.call(contentRoutes.getLessonDetail, { params: { lessonId } }),
        );
      } catch (error) {
        this.unanswered += 1;
        if (performance.now() > deadline) throw error;
        await sleep(PAUSE_MS);
      }
    }
    this.published.push(lessonId);
  }

  /** One step further. @returns whether there is none left */
  async #next({ row, draft }: LessonDetail): Promise<boolean> {
    const { lessonId, state, reviewId, contentSha256 } = row;
    const params = { lessonId };
    const title = `${draft.title.replace(/（新版）$/, '')}（新版）`;
    if (draft.title !== title) {
      await this.editor.call(contentRoutes.saveDraft, { params, body: { ...draft, title } });
    } else if (state === 'DRAFT') {
      await this.editor.call(contentRoutes.submitLesson, { params });
    } else if (state === 'IN_REVIEW' && reviewId !== null) {
      const body = { isApproved: true, comment: '可以', subjectSha256: contentSha256 };
      await this.reviewer.call(reviewsRoutes.decideReview, { params: { reviewId }, body });
    } else if (state === 'APPROVED') {
      await this.editor.call(contentRoutes.publishLesson, { params });
    }
    // As it was looked at: what has just been done is seen at the next look.
    return draft.title === title && state === 'PUBLISHED';
  }
}

/** Lessons of which a version, its review, its row in the trail or its message is not there exactly once. */
export async function wrongPublications(
  database: DatabaseView,
  { published }: Desk,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const lessonId of published) {
    const versions = await database.query(
      'SELECT version, state, review_id, content_sha256 FROM lesson_versions WHERE lesson_id = ? ORDER BY version',
      [lessonId],
    );
    const states = versions.map((row) => String(row['state'])).join(' ');
    if (states !== 'RETIRED PUBLISHED') faults.push(`${lessonId}: versions are ${states}`);
    const latest = versions.at(-1);
    const counts: Readonly<Record<string, [string, string]>> = {
      review: [
        `SELECT COUNT(*) AS n FROM reviews WHERE review_id = ? AND state = 'APPROVED' AND subject_sha256 = '${String(latest?.['content_sha256'])}'`,
        String(latest?.['review_id']),
      ],
      trail: [
        `SELECT COUNT(*) AS n FROM audit_rows WHERE subject_id = ? AND action = 'content.publish' AND JSON_VALUE(inputs, '$.version') = 2`,
        lessonId,
      ],
      message: [
        `SELECT COUNT(*) AS n FROM outbox_events WHERE type = 'LessonPublished' AND JSON_VALUE(payload, '$.lessonId') = ? AND JSON_VALUE(payload, '$.lessonVersion') = 2`,
        lessonId,
      ],
    };
    for (const [what, [sql, value]] of Object.entries(counts)) {
      const [row] = await database.query(sql, [value]);
      if (Number(row?.['n']) !== 1) faults.push(`${lessonId}: ${what} ${String(row?.['n'])} times`);
    }
  }
  return faults;
}
