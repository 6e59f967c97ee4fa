import { Injectable } from '@nestjs/common';
import type { ContentDraft } from '@siyu/shared/contracts/content';
import type { ContentTarget } from '@siyu/shared/contracts/content-kinds';
import { targetNotShown } from './content.errors.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { isText } from './published-content.ts';

/** Where cards and posters lead. */
@Injectable()
export class ContentTargets {
  constructor(private readonly catalogue: LessonCatalogue) {}

  /**
   * Whoever is shown a card can read what it leads to: something published, and no advice behind education.
   * @throws {AppError} content.target_not_shown
   */
  async requireShown(draft: ContentDraft): Promise<void> {
    if (draft.kind === 'lesson' || draft.kind === 'article' || draft.targetId === null) return;
    const target = await this.catalogue.findAny(draft.targetId);
    if (target === null || !isText(target)) throw targetNotShown();
    if (target.label === 'advice' && draft.label === 'education') throw targetNotShown();
  }

  /** What a text leads to; null once that is not published. */
  async find(targetId: string | null): Promise<ContentTarget | null> {
    const target = targetId === null ? null : await this.catalogue.findAny(targetId);
    if (target === null || !isText(target)) return null;
    const { kind, lessonId, title } = target;
    return { kind, lessonId, title };
  }
}
