import { Injectable } from '@nestjs/common';
import type { Lesson } from '@siyu/shared/contracts/content';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { storedBasis } from './advice-basis.ts';
import { lessonNotFound } from './content.errors.ts';
import { parseLessonBody } from './lesson-body.ts';
import { LessonVersion } from './lesson.entity.ts';

/** What everybody reads of a version, whoever they are. */
export type LessonWords = Pick<
  Lesson,
  'paragraphs' | 'source' | 'basis' | 'reviewedOn' | 'riskNote' | 'author'
>;

/** The text of a lesson or an article, with who wrote it. */
@Injectable()
export class LessonTexts {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
  ) {}

  async getText(lessonId: string, version: number): Promise<{ words: LessonWords; text: LessonVersion }> {
    const text = await this.database.read.findOneBy(LessonVersion, { lessonId, version });
    if (text === null) throw lessonNotFound();
    const author = await this.#authorOf(text);
    const words = {
      paragraphs: parseLessonBody(text.body),
      source: text.source,
      basis: storedBasis(text.basis),
      reviewedOn: formatDay(dayOfInstant(text.reviewedAt ?? text.updatedAt)),
      riskNote: text.riskNote,
      author,
    };
    return { words, text };
  }

  /** Who signed on the day of publication; of what went out before signatures were noted, who wrote it. */
  async #authorOf({ authorId, signedName, signedNo }: LessonVersion): Promise<LessonWords['author']> {
    if (signedName !== null) return { name: signedName, registrationNo: signedNo };
    const { name, registrationNo } = await this.staff.getStaff(authorId);
    return { name, registrationNo };
  }
}
