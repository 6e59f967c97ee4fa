import { Injectable } from '@nestjs/common';
import { SharedLesson } from '@siyu/shared/contracts/content';
import { lessonNotFound } from './content.errors.ts';
import { KeptLessons } from './kept-lessons.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { LessonTexts } from './lesson-texts.ts';
import { articleCardOf, cardOf, isText } from './published-content.ts';

/** Texts are some KB each; beyond this many the longest kept one is read again. */
const KEPT_MAX = 200;

/**
 * Published lessons and articles for people who are not signed in. Anybody may ask, as often as a card in Moments is opened, so a
 * text is kept in memory for as long as its version is the published one.
 */
@Injectable()
export class SharedLessons {
  readonly #kept = new Map<string, { readonly version: number; readonly lesson: SharedLesson }>();

  constructor(
    private readonly catalogue: LessonCatalogue,
    private readonly texts: LessonTexts,
    private readonly held: KeptLessons,
  ) {}

  /** @throws content.lesson_not_found also for a lesson that is not published, content.lesson_paused, content.lesson_kept */
  async get(lessonId: string): Promise<SharedLesson> {
    const published = await this.catalogue.getShown(lessonId, 'SHARED_PAGE');
    if (!isText(published)) throw lessonNotFound();
    await this.held.requireOpen(null, published);
    const { version } = published;
    const kept = this.#kept.get(lessonId);
    if (kept?.version === version) return kept.lesson;
    const { words } = await this.texts.getText(lessonId, version);
    const card = published.kind === 'lesson' ? cardOf(published, 0, false) : articleCardOf(published, 0);
    const lesson = SharedLesson.parse({ ...card, ...words });
    this.#kept.delete(lessonId);
    this.#kept.set(lessonId, { version, lesson });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_MAX) break;
      this.#kept.delete(oldest);
    }
    return lesson;
  }
}
