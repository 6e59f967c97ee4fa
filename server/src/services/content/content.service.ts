import { Injectable } from '@nestjs/common';
import type { LessonCard } from '@siyu/shared/contracts/content';
import { cardOf, LessonCatalogue, type PublishedLesson } from './lesson-catalogue.ts';
import { PathLog } from './path-log.ts';
import { type Completion, ReadingLog } from './reading-log.ts';

/** What one member has learned. */
export interface Learning {
  readonly lessonIds: ReadonlySet<string>;
  readonly paths: readonly FinishedPath[];
}
export interface FinishedPath {
  readonly pathCode: string;
  /** Epoch ms. */
  readonly completedAt: number;
  /** Clock of the member when it became known. */
  readonly seq: number;
}

/** Front door of content: what is published and what members have read of it. */
@Injectable()
export class Content {
  constructor(
    private readonly catalogue: LessonCatalogue,
    private readonly reading: ReadingLog,
    private readonly paths: PathLog,
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
  async learningOf(memberNos: readonly number[]): Promise<ReadonlyMap<number, Learning>> {
    const [completions, paths] = await Promise.all([
      this.reading.completionsOfMembers(memberNos),
      this.paths.finishedBy(memberNos),
    ]);
    return new Map(
      [...completions].map(([memberNo, own]) => [
        memberNo,
        {
          lessonIds: new Set(own.map(({ lessonId }) => lessonId)),
          paths: paths.filter((path) => path.memberNo === memberNo),
        },
      ]),
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
