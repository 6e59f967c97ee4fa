import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Entitlements } from '../../records/entitlements/index.ts';
import { lessonKept } from './content.errors.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { isLesson, type PublishedContent } from './published-content.ts';

/** Lessons of paths that are kept for those who hold them. */
@Injectable()
export class KeptLessons {
  constructor(
    private readonly database: Database,
    private readonly catalogue: LessonCatalogue,
    private readonly entitlements: Entitlements,
  ) {}

  /** Codes of the paths that the member holds. */
  heldBy(memberNo: number): Promise<ReadonlySet<string>> {
    return this.entitlements.heldTargets(memberNo, 'COURSE');
  }

  /** @throws {AppError} content.lesson_kept for a member who does not hold its path; null: nobody in particular */
  async requireOpen(memberNo: number | null, content: PublishedContent): Promise<void> {
    const pathCode = await this.#keptPathOf(content);
    if (pathCode === null) return;
    if (memberNo === null || !(await this.entitlements.holds(memberNo, 'COURSE', pathCode)))
      throw lessonKept(isLesson(content) ? content.pathTitle : '');
  }

  /** Whoever has opened a lesson of a path has used what they exchanged their points for. */
  async noteOpened(memberNo: number, content: PublishedContent): Promise<void> {
    const pathCode = await this.#keptPathOf(content);
    if (pathCode === null) return;
    const unused = await this.entitlements.unusedOf(memberNo, 'COURSE');
    if (!unused.some(({ target }) => target === pathCode)) return;
    await this.database.runInTransaction((tx) => this.entitlements.useHeld(tx, memberNo, 'COURSE', pathCode));
  }

  async #keptPathOf(content: PublishedContent): Promise<string | null> {
    if (!isLesson(content)) return null;
    return (await this.catalogue.pathsKept()).has(content.pathCode) ? content.pathCode : null;
  }
}
