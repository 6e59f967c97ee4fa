import { Controller, Query } from '@nestjs/common';
import { FoundLessons, LessonSearchQuery } from '@siyu/shared/contracts/lesson-search';
import { lessonSearchRoutes } from '@siyu/shared/contracts/lesson-search.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { LessonSearch } from './lesson-search.ts';
import { ServiceConsent } from './service-consent.ts';

@Controller()
export class LessonSearchController {
  constructor(
    private readonly consent: ServiceConsent,
    private readonly catalogue: LessonCatalogue,
    private readonly lessons: LessonSearch,
  ) {}

  @Bind(lessonSearchRoutes.searchLessons, { response: FoundLessons })
  @Access({ audience: 'member' })
  async searchLessons(
    @Caller() caller: Principal,
    @Query({ schema: LessonSearchQuery }) query: z.output<typeof LessonSearchQuery>,
  ): Promise<FoundLessons> {
    await this.consent.memberNoOf(caller);
    const [found, published] = await Promise.all([
      this.lessons.search(query, await this.catalogue.hiddenIds()),
      this.catalogue.publishedLessons(),
    ]);
    const pathOf = new Map(published.map(({ lessonId, pathTitle }) => [lessonId, pathTitle]));
    const lessons = found.lessons.map((lesson) => {
      return { ...lesson, pathTitle: pathOf.get(lesson.lessonId) ?? lesson.pathTitle };
    });
    return { ...found, lessons };
  }
}
