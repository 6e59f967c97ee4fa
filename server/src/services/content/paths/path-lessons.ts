import { Injectable } from '@nestjs/common';
import type { PathLesson, PathLessonPage, PathLessonQuery } from '@siyu/shared/contracts/paths';
import { In } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { labelOf } from '../content-label.ts';
import { LessonCatalogue } from '../lesson-catalogue.ts';
import { Lesson, LessonVersion } from '../lesson.entity.ts';
import type { PublishedLesson } from '../published-content.ts';

/** Id of the last lesson of a page. */
const Position = z.tuple([z.string().max(36)]);

/** The lessons that a path can be made of. */
@Injectable()
export class PathLessons {
  constructor(
    private readonly database: Database,
    private readonly catalogue: LessonCatalogue,
  ) {}

  /** Published ones, those of no path first, since they are looked for most; the catalogue is in memory. */
  async list({ limit, cursor, search = '' }: z.output<typeof PathLessonQuery>): Promise<PathLessonPage> {
    const words = search.trim().toLowerCase();
    const published = (await this.catalogue.lessonsAndAdvice()).filter(({ title }) =>
      title.toLowerCase().includes(words),
    );
    const lessons = [
      ...published.filter(({ pathCode }) => pathCode === ''),
      ...published.filter(({ pathCode }) => pathCode !== ''),
    ];
    const after = decodeCursor(cursor, Position);
    const from = after === null ? 0 : lessons.findIndex(({ lessonId }) => lessonId === after[0]) + 1;
    const page = lessons.slice(from, from + limit);
    const last = lessons.length > from + limit ? page.at(-1) : undefined;
    return {
      lessons: page.map(inPath),
      total: lessons.length,
      nextCursor: last === undefined ? null : encodeCursor([last.lessonId]),
    };
  }

  /** Some lessons by their ids, also those that members do not read now. */
  async describe(lessonIds: readonly string[]): Promise<PathLesson[]> {
    const published = new Map(
      (await this.catalogue.lessonsAndAdvice()).map((lesson) => [lesson.lessonId, lesson]),
    );
    const others = lessonIds.filter((lessonId) => !published.has(lessonId));
    const texts =
      others.length === 0
        ? []
        : await this.database.read
            .createQueryBuilder(LessonVersion, 'text')
            .select(['text.lessonId', 'text.version', 'text.title', 'text.minutes', 'text.label'])
            .innerJoin(
              Lesson,
              'lesson',
              'lesson.lessonId = text.lessonId AND lesson.latestVersion = text.version',
            )
            .where({ lessonId: In(others) })
            .getMany();
    const unread = new Map(texts.map((text) => [text.lessonId, text]));
    return lessonIds.flatMap((lessonId) => {
      const lesson = published.get(lessonId);
      if (lesson !== undefined) return [inPath(lesson)];
      const text = unread.get(lessonId);
      if (text === undefined) return [];
      const { title, minutes } = text;
      return [{ lessonId, title, minutes, label: labelOf(text.label), isPublished: false, path: null }];
    });
  }
}

function inPath({ lessonId, title, minutes, label, pathCode, pathTitle }: PublishedLesson): PathLesson {
  const path = pathCode === '' ? null : { pathCode, title: pathTitle };
  return { lessonId, title, minutes, label, isPublished: true, path };
}
