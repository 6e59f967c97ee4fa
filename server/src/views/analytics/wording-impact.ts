import { Injectable } from '@nestjs/common';
import { textsOfContent } from '@siyu/shared/contracts/content.texts';
import { Database } from '../../platform/database/index.ts';
import { Moderation } from '../../records/moderation/index.ts';
import { listLiveContents } from './list-live-contents.query.ts';

/** A firm has some dozens of texts; each is read whole. */
const TEXTS_MAX = 300;

/** Which of the texts of every kind that members read now could not be published any more by another dictionary. */
@Injectable()
export class WordingImpact {
  constructor(
    private readonly database: Database,
    private readonly moderation: Moderation,
  ) {}

  async impactOf(
    key: string,
    value: Record<string, unknown>,
  ): Promise<{ publishedLessons: number; lessonsRefused: number }> {
    const texts = await listLiveContents(this.database.read, TEXTS_MAX);
    const check = await this.moderation.checkerWith(key, value);
    return {
      publishedLessons: texts.length,
      lessonsRefused: texts.filter((text) =>
        check(textsOfContent(text)).some(({ level }) => level === 'refused'),
      ).length,
    };
  }
}
