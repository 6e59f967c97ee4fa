import { Injectable } from '@nestjs/common';
import type { LessonCard } from '@siyu/shared/contracts/content';
import { GROUPS, STAGES, type GroupCode, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Database, type Question, type Transaction } from '../../platform/database/index.ts';
import { lessonNotFound } from './content.errors.ts';
import { ContentCounter, LessonVersion } from './lesson.entity.ts';

const COUNTER = 'publications';
const CounterRows = z.array(z.tuple([z.number()]));

/** What the list of lessons needs of one; the text itself stays in the database. */
export interface PublishedLesson {
  readonly lessonId: string;
  readonly version: number;
  readonly pathCode: string;
  readonly pathTitle: string;
  readonly position: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly publishedAt: number;
  /** For whom the lesson is meant first; empty means everyone. */
  readonly stages: readonly StageCode[];
  readonly groups: readonly GroupCode[];
}

interface Snapshot {
  readonly publications: number;
  readonly lessons: readonly PublishedLesson[];
  readonly byId: ReadonlyMap<string, PublishedLesson>;
}

/** The published lessons in the order of their paths, kept in memory for as long as nothing is published. */
@Injectable()
export class LessonCatalogue {
  #snapshot: Snapshot | null = null;

  constructor(private readonly database: Database) {}

  async publishedLessons(): Promise<readonly PublishedLesson[]> {
    return (await this.#current()).lessons;
  }

  /** How many publications there were, to be asked together with other questions and given to `lessonsAt`. */
  publications(): Question<number> {
    return {
      selects: [
        { sql: 'SELECT value FROM content_counters WHERE name = ?', values: [COUNTER], columns: ['value'] },
      ],
      read: ([rows]) => CounterRows.parse(rows)[0]?.[0] ?? 0,
    };
  }

  /** The published lessons after so many publications; without a statement unless something was published. */
  async lessonsAt(publications: number): Promise<readonly PublishedLesson[]> {
    return (await this.#at(publications)).lessons;
  }

  async findPublished(lessonId: string): Promise<PublishedLesson | null> {
    return (await this.#current()).byId.get(lessonId) ?? null;
  }

  /** @throws content.lesson_not_found also for a lesson that members may not see yet. */
  async getPublished(lessonId: string): Promise<PublishedLesson> {
    const lesson = await this.findPublished(lessonId);
    if (lesson === null) throw lessonNotFound();
    return lesson;
  }

  /** Lets every node notice that the catalogue has changed. */
  async countPublication({ manager }: Transaction): Promise<void> {
    const first = { name: COUNTER, value: 0 };
    await manager
      .createQueryBuilder()
      .insert()
      .into(ContentCounter)
      .values(first)
      .orIgnore()
      .updateEntity(false)
      .execute();
    await manager.increment(ContentCounter, { name: COUNTER }, 'value', 1);
  }

  async #current(): Promise<Snapshot> {
    // The counter is read before the lessons: should a publication come between, the next call reads again.
    const counter = await this.database.read.findOneBy(ContentCounter, { name: COUNTER });
    return this.#at(counter?.value ?? 0);
  }

  async #at(publications: number): Promise<Snapshot> {
    if (this.#snapshot?.publications !== publications) this.#snapshot = await this.#load(publications);
    return this.#snapshot;
  }

  async #load(publications: number): Promise<Snapshot> {
    const versions = await this.database.read.find(LessonVersion, {
      select: {
        lessonId: true,
        version: true,
        pathCode: true,
        pathTitle: true,
        position: true,
        title: true,
        summary: true,
        minutes: true,
        publishedAt: true,
        stages: true,
        groups: true,
      },
      where: { state: 'PUBLISHED' },
      order: { pathCode: 'ASC', position: 'ASC', lessonId: 'ASC' },
    });
    const lessons = versions.map((version) => ({
      ...version,
      publishedAt: version.publishedAt ?? 0,
      stages: STAGES.filter((stage) => version.stages.includes(stage)),
      groups: GROUPS.filter((group) => version.groups.includes(group)),
    }));
    return { publications, lessons, byId: new Map(lessons.map((lesson) => [lesson.lessonId, lesson])) };
  }
}

/** A lesson as one member sees it in a list. */
export function cardOf(lesson: PublishedLesson, readPercent: number, isCompleted: boolean): LessonCard {
  const { lessonId, pathCode, pathTitle, position, title, summary, minutes, publishedAt } = lesson;
  const publishedOn = formatDay(dayOfInstant(publishedAt));
  return {
    lessonId,
    pathCode,
    pathTitle,
    position,
    title,
    summary,
    minutes,
    publishedOn,
    readPercent: isCompleted ? 100 : readPercent,
    isCompleted,
  };
}
