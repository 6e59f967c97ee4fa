import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PosterPicture } from '@siyu/shared/contracts/content-kinds';
import { BRAKE_CHANNELS, type BrakeChannel } from '@siyu/shared/contracts/brakes.limits';
import { type EntityManager, In, Like } from 'typeorm';
import {
  Brakes,
  type ContentSource,
  type KnownContent,
  type StandingBrake,
} from '../../foundation/brakes/index.ts';
import { Database } from '../../platform/database/index.ts';
import { LessonVersion } from './lesson.entity.ts';

/** What of all that is published is stopped. */
export interface LessonHolds {
  readonly lessonIds: ReadonlySet<string>;
  /** Ways on which nothing is shown at all. */
  readonly ways: ReadonlySet<BrakeChannel>;
}
const published = { state: 'PUBLISHED' } as const;

/** Tells the brakes what texts of every kind there are, and the catalogue which of them are stopped. */
@Injectable()
export class HeldLessons implements ContentSource, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly brakes: Brakes,
  ) {}

  onModuleInit(): void {
    this.brakes.knowContents(this);
    this.brakes.countHeld('LESSONS', (brakes) => this.#count(brakes));
  }

  async find(text: string, limit: number) {
    const found = await this.database.read.find(LessonVersion, {
      select: { lessonId: true, title: true },
      where: { ...published, title: Like(`%${text.replace(/[%_\\]/g, '')}%`) },
      order: { publishedAt: 'DESC', lessonId: 'ASC' },
      take: limit,
    });
    return found.map(({ lessonId, title }) => ({ contentId: lessonId, title }));
  }

  async get(
    contentIds: readonly string[],
    manager: EntityManager,
    needsWords: boolean,
  ): Promise<readonly KnownContent[]> {
    const found = await manager.find(LessonVersion, {
      select: {
        lessonId: true,
        version: true,
        title: true,
        authorId: true,
        editorIds: true,
        ...(needsWords && { summary: true, body: true, picture: true }),
      },
      where: { ...published, lessonId: In([...contentIds]) },
    });
    return found.map(({ lessonId, title, authorId, editorIds, ...text }) => ({
      contentId: lessonId,
      title,
      staffIds: [authorId, ...editorIds],
      words: needsWords ? wordsOf({ title, ...text }) : '',
    }));
  }

  /** Of these lessons, as things stand. */
  async among(lessonIds: readonly string[]): Promise<LessonHolds> {
    const standing = await this.brakes.standing();
    const holds = await this.#holdsOf(standing, lessonIds, null);
    return {
      lessonIds: new Set(lessonIds.filter((_, at) => (holds[at] ?? []).length > 0)),
      ways: new Set(
        BRAKE_CHANNELS.filter((way) =>
          standing.some(({ kind, target }) => kind === 'CHANNEL' && target === way),
        ),
      ),
    };
  }

  async #count(brakes: readonly StandingBrake[]): Promise<ReadonlyMap<string, number>> {
    const lessons = await this.database.read.find(LessonVersion, {
      select: { lessonId: true, version: true },
      where: published,
    });
    const holds = await this.#holdsOf(
      brakes,
      lessons.map(({ lessonId }) => lessonId),
      'APP',
    );
    const held = new Map<string, number>();
    for (const { brakeId } of holds.flat()) held.set(brakeId, (held.get(brakeId) ?? 0) + 1);
    return held;
  }

  #holdsOf(standing: readonly StandingBrake[], lessonIds: readonly string[], channel: BrakeChannel | null) {
    return this.brakes.holdsAmong(
      standing,
      lessonIds.map((contentId) => ({ channel, contentId })),
    );
  }
}

/** What a text says, for brakes that look for words; of a picture what is said of it. */
function wordsOf({
  title,
  summary,
  body,
  picture,
}: Pick<LessonVersion, 'title' | 'summary' | 'body' | 'picture'>) {
  const seen = picture === null ? [] : [PosterPicture.parse(picture).alt];
  return [title, summary, body, ...seen].join('\n');
}
