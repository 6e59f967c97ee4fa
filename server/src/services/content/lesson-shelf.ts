import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PlacementLessons } from '../../records/channels/index.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';

/** Lets codes on posters and in articles lead to the lessons that are published. */
@Injectable()
export class LessonShelf implements OnModuleInit {
  constructor(
    private readonly catalogue: LessonCatalogue,
    private readonly placements: PlacementLessons,
  ) {}

  onModuleInit(): void {
    this.placements.provideBy(async () =>
      (await this.catalogue.publishedLessons()).map(({ lessonId, title }) => ({ lessonId, title })),
    );
  }
}
