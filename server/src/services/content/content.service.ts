import { Injectable } from '@nestjs/common';
import type { LessonCard } from '@siyu/shared/contracts/content';
import type { EntityManager } from 'typeorm';
import { cardOf, LessonCatalogue, type PublishedLesson } from './lesson-catalogue.ts';
import { type Completion, ReadingLog } from './reading-log.ts';

export interface Learning {
  readonly lessonsCompleted: number;
  /** Paths of which every lesson published now has been finished. */
  readonly pathsFinished: number;
}

/** Front door of content: what is published and what members have read of it. */
@Injectable()
export class Content {
  constructor(
    private readonly catalogue: LessonCatalogue,
    private readonly reading: ReadingLog,
  ) {}

  /** In the order of their paths; cheap enough to ask for every page. */
  publishedLessons(): Promise<readonly PublishedLesson[]> {
    return this.catalogue.publishedLessons();
  }

  async completionsOf(memberNo: number): Promise<readonly Completion[]> {
    return (await this.reading.completionsOfMembers([memberNo])).get(memberNo) ?? [];
  }

  /** Share of each begun lesson the member has read, in percent; the last touched lesson first. */
  progressOf(memberNo: number): Promise<ReadonlyMap<string, number>> {
    return this.reading.progressOf(memberNo);
  }

  /** What scoring needs of many members at once; those who finished nothing are absent. */
  async learningOf(
    memberNos: readonly number[],
    manager?: EntityManager,
  ): Promise<ReadonlyMap<number, Learning>> {
    const lessons = await this.catalogue.publishedLessons();
    const paths = [...new Set(lessons.map(({ pathCode }) => pathCode))];
    const completions = await this.reading.completionsOfMembers(memberNos, manager);
    return new Map(
      [...completions].map(([memberNo, own]) => {
        const finished = new Set(own.map(({ lessonId }) => lessonId));
        const open = new Set(
          lessons.flatMap(({ lessonId, pathCode }) => (finished.has(lessonId) ? [] : [pathCode])),
        );
        const pathsFinished = paths.filter((path) => !open.has(path)).length;
        return [memberNo, { lessonsCompleted: finished.size, pathsFinished }];
      }),
    );
  }

  /** All published lessons as the member sees them in lists, in the order of their paths. */
  async cardsOf(memberNo: number): Promise<readonly LessonCard[]> {
    const [lessons, progress, completions] = await Promise.all([
      this.catalogue.publishedLessons(),
      this.reading.progressOf(memberNo),
      this.completionsOf(memberNo),
    ]);
    const finished = new Set(completions.map(({ lessonId }) => lessonId));
    return lessons.map((lesson) =>
      cardOf(lesson, progress.get(lesson.lessonId) ?? 0, finished.has(lesson.lessonId)),
    );
  }
}
