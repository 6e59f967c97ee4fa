import { Injectable } from '@nestjs/common';
import { textsOfLesson } from '@siyu/shared/contracts/content.texts';
import { Database } from '../../platform/database/index.ts';
import { Moderation } from '../../records/moderation/index.ts';
import { listLiveLessons } from './list-live-lessons.query.ts';

/** A school is some dozens of lessons; each is read whole. */
const LESSONS_MAX = 300;

/** Which of the lessons that members read now could not be published any more by another dictionary. */
@Injectable()
export class WordingImpact {
  constructor(
    private readonly database: Database,
    private readonly moderation: Moderation,
  ) {}

  async impactOf(
    key: string,
    value: Record<string, unknown>,
  ): Promise<{ publishedLessons: number; lessonsRefused: number }> {
    const lessons = await listLiveLessons(this.database.read, LESSONS_MAX);
    const check = await this.moderation.checkerWith(key, value);
    return {
      publishedLessons: lessons.length,
      lessonsRefused: lessons.filter((lesson) =>
        check(textsOfLesson(lesson)).some(({ level }) => level === 'refused'),
      ).length,
    };
  }
}
