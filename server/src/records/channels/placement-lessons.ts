import { Injectable } from '@nestjs/common';
import type { LeadingLesson, PlacementLessons as Shown } from '@siyu/shared/contracts/channels';
import { LESSONS_SHOWN } from '@siyu/shared/contracts/channels.limits';
import { Database } from '../../platform/database/index.ts';
import { PlacementEntry } from './channel-account.entity.ts';
import { lessonNotPublished } from './channels.errors.ts';

/** The lessons that members may read today; `content` answers, which stands above this module. */
export type LessonShelf = () => Promise<readonly LeadingLesson[]>;

/** Where codes of placements lead: to a published lesson, or to the first page. */
@Injectable()
export class PlacementLessons {
  #shelf: LessonShelf = () => Promise.resolve([]);

  constructor(private readonly database: Database) {}

  /** To be called once, in `onModuleInit`. */
  provideBy(shelf: LessonShelf): void {
    this.#shelf = shelf;
  }

  /** Those a new placement may lead to, by a part of their title. */
  async list(search = ''): Promise<Shown> {
    const fitting = (await this.#shelf()).filter(({ title }) => title.includes(search));
    return { lessons: fitting.slice(0, LESSONS_SHOWN), total: fitting.length };
  }

  /** Titles by id of what can be read today. */
  async titles(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#shelf()).map(({ lessonId, title }) => [lessonId, title]));
  }

  /** @throws {AppError} channels.lesson_not_published */
  async refuseUnpublished(lessonId: string | null): Promise<void> {
    if (lessonId !== null && !(await this.titles()).has(lessonId)) throw lessonNotPublished();
  }

  /** The lesson behind a key; null for the first page, also once the lesson can be read no more. */
  async lessonOf(placementKey: string): Promise<string | null> {
    const entry = await this.database.read.findOneBy(PlacementEntry, { placementKey });
    const lessonId = entry?.lessonId ?? null;
    return lessonId !== null && (await this.titles()).has(lessonId) ? lessonId : null;
  }
}
