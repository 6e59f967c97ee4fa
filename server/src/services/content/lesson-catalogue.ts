import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BrakeChannel } from '@siyu/shared/contracts/brakes.limits';
import type { LessonCard } from '@siyu/shared/contracts/content';
import type { ContentLabel } from '@siyu/shared/contracts/content.limits';
import { GROUPS, STAGES, type GroupCode, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Brakes } from '../../foundation/brakes/index.ts';
import { Database, type Question, type Transaction } from '../../platform/database/index.ts';
import { labelOf } from './content-label.ts';
import { lessonNotFound, lessonPaused } from './content.errors.ts';
import { HeldLessons, type LessonHolds } from './held-lessons.ts';
import { ContentCounter, LessonVersion } from './lesson.entity.ts';

const COUNTER = 'publications';
const CounterRows = z.array(z.tuple([z.number()]));

/** What the list of lessons needs of one; the text itself stays in the database. */
export interface PublishedLesson {
  readonly lessonId: string;
  readonly version: number;
  readonly label: ContentLabel;
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
  /** Under whose name and number it went out; null for what did before they were noted. */
  readonly signedName: string | null;
  readonly signedNo: string | null;
}

interface Snapshot {
  readonly publications: number;
  /** What everybody may read. */
  readonly education: readonly PublishedLesson[];
  /** That and advice. */
  readonly lessons: readonly PublishedLesson[];
  /** Those that members are shown in lists: what is stopped is left out. */
  readonly shown: readonly PublishedLesson[];
  readonly holds: LessonHolds;
  readonly byId: ReadonlyMap<string, PublishedLesson>;
}

/**
 * The published lessons in the order of their paths, kept in memory for as long as nothing is published or stopped.
 * Advice is left out unless whoever asks has made sure that the member may have it (REQ-ADV-2): see `ReadableLessons`.
 */
@Injectable()
export class LessonCatalogue implements OnModuleInit {
  #snapshot: Snapshot | null = null;

  constructor(
    private readonly database: Database,
    private readonly brakes: Brakes,
    private readonly held: HeldLessons,
  ) {}

  onModuleInit(): void {
    // With the commit of a brake every node notices.
    this.brakes.onChange((tx) => this.countPublication(tx));
  }

  /** What everybody may read. Stopped ones too: what is part of a path stays so. */
  async publishedLessons(): Promise<readonly PublishedLesson[]> {
    return (await this.#current()).education;
  }

  /** For a member who may have advice. */
  async lessonsAndAdvice(): Promise<readonly PublishedLesson[]> {
    return (await this.#current()).lessons;
  }

  /** Those that a member is shown in lists. */
  async shownLessons(mayHaveAdvice: boolean): Promise<readonly PublishedLesson[]> {
    return readable((await this.#current()).shown, mayHaveAdvice);
  }

  /** Published ones that members are shown nowhere now, and advice: no search of all members finds it. */
  async hiddenLessonIds(): Promise<readonly string[]> {
    const { lessons, shown } = await this.#current();
    const visible = new Set(readable(shown, false));
    return lessons.filter((lesson) => !visible.has(lesson)).map(({ lessonId }) => lessonId);
  }

  /** How many publications there were, to be asked together with other questions and given to `shownAt`. */
  publications(): Question<number> {
    return {
      selects: [
        { sql: 'SELECT value FROM content_counters WHERE name = ?', values: [COUNTER], columns: ['value'] },
      ],
      read: ([rows]) => CounterRows.parse(rows)[0]?.[0] ?? 0,
    };
  }

  /** What a member is shown after so many publications; without a statement unless something was published. */
  async shownAt(
    publications: number,
    mayHaveAdvice: boolean,
  ): Promise<{ readonly shown: readonly PublishedLesson[]; readonly isPaused: boolean }> {
    const snapshot = await this.#at(publications);
    const shown = readable(snapshot.shown, mayHaveAdvice);
    return { shown, isPaused: shown.length === 0 && readable(snapshot.lessons, mayHaveAdvice).length > 0 };
  }

  async findPublished(lessonId: string): Promise<PublishedLesson | null> {
    const lesson = await this.findLessonOrAdvice(lessonId);
    return lesson?.label === 'education' ? lesson : null;
  }

  /** For a member who may have advice. */
  async findLessonOrAdvice(lessonId: string): Promise<PublishedLesson | null> {
    return (await this.#current()).byId.get(lessonId) ?? null;
  }

  /** @throws content.lesson_not_found also for a lesson that members may not see yet, and for advice. */
  async getPublished(lessonId: string): Promise<PublishedLesson> {
    const lesson = await this.findPublished(lessonId);
    if (lesson === null) throw lessonNotFound();
    return lesson;
  }

  /** One that may be read on this way. @throws content.lesson_not_found, content.lesson_paused */
  async getShown(lessonId: string, way: BrakeChannel, mayHaveAdvice = false): Promise<PublishedLesson> {
    const { byId, holds } = await this.#current();
    const lesson = byId.get(lessonId);
    if (lesson === undefined || (lesson.label === 'advice' && !mayHaveAdvice)) throw lessonNotFound();
    if (holds.lessonIds.has(lessonId) || holds.ways.has(way)) throw lessonPaused();
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
        label: true,
        signedName: true,
        signedNo: true,
      },
      where: { state: 'PUBLISHED' },
      order: { pathCode: 'ASC', position: 'ASC', lessonId: 'ASC' },
    });
    const lessons = versions.map((version) => ({
      ...version,
      label: labelOf(version.label),
      publishedAt: version.publishedAt ?? 0,
      stages: STAGES.filter((stage) => version.stages.includes(stage)),
      groups: GROUPS.filter((group) => version.groups.includes(group)),
    }));
    const holds = await this.held.among(lessons.map(({ lessonId }) => lessonId));
    const shown = holds.ways.has('APP')
      ? []
      : lessons.filter(({ lessonId }) => !holds.lessonIds.has(lessonId));
    return {
      publications,
      education: readable(lessons, false),
      lessons,
      shown,
      holds,
      byId: new Map(lessons.map((lesson) => [lesson.lessonId, lesson])),
    };
  }
}

const readable = (lessons: readonly PublishedLesson[], mayHaveAdvice: boolean): readonly PublishedLesson[] =>
  mayHaveAdvice ? lessons : lessons.filter(({ label }) => label === 'education');

/** A lesson as one member sees it in a list. */
export function cardOf(lesson: PublishedLesson, readPercent: number, isCompleted: boolean): LessonCard {
  const { lessonId, label, pathCode, pathTitle, position, title, summary, minutes, publishedAt } = lesson;
  const { signedName: name, signedNo: registrationNo } = lesson;
  const publishedOn = formatDay(dayOfInstant(publishedAt));
  return {
    lessonId,
    label,
    pathCode,
    pathTitle,
    position,
    title,
    summary,
    minutes,
    publishedOn,
    readPercent: isCompleted ? 100 : readPercent,
    isCompleted,
    signedBy: name === null || registrationNo === null ? null : { name, registrationNo },
  };
}
