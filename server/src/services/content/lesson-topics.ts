import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/index.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { LessonVersion } from './lesson.entity.ts';

/** What a lesson is about, and how many questions its quiz asks. */
export interface LessonTopic {
  /** The path in which it stands; a lesson of no path is its own topic. */
  readonly topic: string;
  readonly questions: number;
}

/** What lessons are about, for those who compare what members learned earlier and later. */
@Injectable()
export class LessonTopics {
  constructor(
    private readonly database: Database,
    private readonly catalogue: LessonCatalogue,
  ) {}

  /** Of every lesson that members ever read, by its latest version that they did; for rounds, since it reads them all. */
  async list(): Promise<ReadonlyMap<string, LessonTopic>> {
    const placed = new Map(
      (await this.catalogue.lessonsAndAdvice()).map(({ lessonId, pathCode }) => [lessonId, pathCode]),
    );
    const published = await this.database.read.find(LessonVersion, {
      select: { lessonId: true, version: true, pathCode: true, quiz: true },
      where: { kind: 'lesson', publishedAt: Not(IsNull()) },
      order: { version: 'ASC' },
    });
    // The later one comes last.
    return new Map(
      published.map(({ lessonId, pathCode, quiz }) => [
        lessonId,
        { topic: (placed.get(lessonId) ?? pathCode) || lessonId, questions: quiz.length },
      ]),
    );
  }
}
