import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { LessonVersion } from './lesson.entity.ts';

/** Whose lessons are read. */
@Injectable()
export class LessonAuthors {
  constructor(private readonly database: Database) {}

  /** The lessons of which somebody wrote the version that is published. */
  async publishedBy(staffId: string): Promise<ReadonlySet<string>> {
    const lessons = await this.database.read.find(LessonVersion, {
      select: { lessonId: true },
      where: { state: 'PUBLISHED', authorId: staffId },
    });
    return new Set(lessons.map(({ lessonId }) => lessonId));
  }
}
