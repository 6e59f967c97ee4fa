import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BrakeChannel } from '@siyu/shared/contracts/brakes.limits';
import { z } from 'zod';
import { Brakes } from '../../foundation/brakes/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database, type Question, type Transaction } from '../../platform/database/index.ts';
import { KeptPaths } from '../../records/entitlements/index.ts';
import { lessonNotFound, lessonPaused } from './content.errors.ts';
import { HeldLessons, type LessonHolds } from './held-lessons.ts';
import { ContentCounter, LessonVersion } from './lesson.entity.ts';
import { isLesson, type PublishedContent, type PublishedLesson, publishedOf } from './published-content.ts';
import { type PlacedPath, placeLessons } from './paths/place-lessons.ts';
import { StandingPaths } from './paths/standing-paths.ts';

const COUNTER = 'publications';
const CounterRows = z.array(z.tuple([z.number()]));

/** What somebody may be shown: the same lists for as long as nothing is published or stopped. */
interface Shelf {
  /** Of all kinds; lessons in the order of their paths. */
  readonly contents: readonly PublishedContent[];
  readonly lessons: readonly PublishedLesson[];
}
interface Shelves {
  /** What everybody may read. */
  readonly education: Shelf;
  /** That and advice. */
  readonly all: Shelf;
}

interface Snapshot {
  readonly publications: number;
  readonly published: Shelves;
  /** Those that every member is shown in lists: what is stopped is left out, and what is kept for its holders. */
  readonly shown: Shelves;
  /** Those and what is kept for its holders. */
  readonly shownToHolders: Shelves;
  /** Codes of paths that only their holders learn. */
  readonly kept: ReadonlySet<string>;
  readonly holds: LessonHolds;
  readonly byId: ReadonlyMap<string, PublishedContent>;
  readonly paths: ReadonlyMap<string, PlacedPath>;
}

/**
 * What is published, lessons in the order of their paths, kept in memory for as long as nothing is published or stopped.
 * Whoever asks for lessons gets no other kind.
 * Advice is left out unless whoever asks has made sure that the member may have it (REQ-ADV-2): see `ReadableLessons`.
 */
@Injectable()
export class LessonCatalogue implements OnModuleInit {
  #snapshot: Snapshot | null = null;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly brakes: Brakes,
    private readonly held: HeldLessons,
    private readonly standing: StandingPaths,
    private readonly keptPaths: KeptPaths,
  ) {}

  onModuleInit(): void {
    // With the commit of a brake every node notices.
    this.brakes.onChange((tx) => this.countPublication(tx));
    this.keptPaths.onChange((tx) => this.countPublication(tx));
  }

  /** What everybody may read. Stopped ones too: what is part of a path stays so. */
  async publishedLessons(): Promise<readonly PublishedLesson[]> {
    return (await this.#current()).published.education.lessons;
  }

  /** Of all kinds, what everybody may read. */
  async publishedContents(): Promise<readonly PublishedContent[]> {
    return (await this.#current()).published.education.contents;
  }

  /** What members find of each path that has a published lesson, by its code. */
  async paths(): Promise<ReadonlyMap<string, PlacedPath>> {
    return (await this.#current()).paths;
  }

  /** For a member who may have advice. */
  async lessonsAndAdvice(): Promise<readonly PublishedLesson[]> {
    return (await this.#current()).published.all.lessons;
  }

  /** Those of all kinds that a member is shown in lists. */
  async shownContents(mayHaveAdvice: boolean): Promise<readonly PublishedContent[]> {
    return shelfFor((await this.#current()).shown, mayHaveAdvice).contents;
  }

  /** The same for a member who holds paths that are kept for their holders. */
  async shownToHolder(
    mayHaveAdvice: boolean,
    held: ReadonlySet<string>,
  ): Promise<readonly PublishedContent[]> {
    const { shownToHolders, kept } = await this.#current();
    return shelfFor(shownToHolders, mayHaveAdvice).contents.filter((content) => isOpen(content, kept, held));
  }

  /** Codes of the paths that are kept for those who hold them. */
  async pathsKept(): Promise<ReadonlySet<string>> {
    return (await this.#current()).kept;
  }

  /** Published ones that members are shown nowhere now, kept ones, and advice: no search of all members finds it. */
  async hiddenIds(): Promise<readonly string[]> {
    const { published, shown } = await this.#current();
    const visible = new Set(shown.education.contents);
    return published.all.contents.filter((content) => !visible.has(content)).map(({ lessonId }) => lessonId);
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
  ): Promise<{ readonly shown: readonly PublishedContent[]; readonly isPaused: boolean }> {
    const snapshot = await this.#at(publications);
    const shown = shelfFor(snapshot.shown, mayHaveAdvice).contents;
    const published = shelfFor(snapshot.published, mayHaveAdvice).contents;
    return { shown, isPaused: shown.length === 0 && published.length > 0 };
  }

  async findPublished(lessonId: string): Promise<PublishedLesson | null> {
    const lesson = await this.findLessonOrAdvice(lessonId);
    return lesson?.label === 'education' ? lesson : null;
  }

  /** For a member who may have advice. */
  async findLessonOrAdvice(lessonId: string): Promise<PublishedLesson | null> {
    const content = await this.findAny(lessonId);
    return content !== null && isLesson(content) ? content : null;
  }

  /** Of any kind and label. */
  async findAny(lessonId: string): Promise<PublishedContent | null> {
    return (await this.#current()).byId.get(lessonId) ?? null;
  }

  /** @throws content.lesson_not_found also for a lesson that members may not see yet, and for advice. */
  async getPublished(lessonId: string): Promise<PublishedLesson> {
    const lesson = await this.findPublished(lessonId);
    if (lesson === null) throw lessonNotFound();
    return lesson;
  }

  /** One of any kind that may be read on this way. @throws content.lesson_not_found, content.lesson_paused */
  async getShown(lessonId: string, way: BrakeChannel, mayHaveAdvice = false): Promise<PublishedContent> {
    const { byId, holds } = await this.#current();
    const content = byId.get(lessonId);
    if (content === undefined || (content.label === 'advice' && !mayHaveAdvice)) throw lessonNotFound();
    if (holds.lessonIds.has(lessonId) || holds.ways.has(way)) throw lessonPaused();
    return content;
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
        kind: true,
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
        source: true,
        basis: true,
        riskNote: true,
        targetId: true,
        picture: true,
      },
      where: { state: 'PUBLISHED' },
      order: { pathCode: 'ASC', position: 'ASC', lessonId: 'ASC' },
    });
    const written = versions.map((version) => publishedOf(version, this.config.firm.name));
    const { lessons, paths } = placeLessons(written.filter(isLesson), await this.standing.list());
    const contents = [...written.filter((content) => !isLesson(content)), ...lessons];
    const [holds, kept] = await Promise.all([
      this.held.among(contents.map(({ lessonId }) => lessonId)),
      this.keptPaths.list(),
    ]);
    const shown = holds.ways.has('APP')
      ? []
      : contents.filter(({ lessonId }) => !holds.lessonIds.has(lessonId));
    return {
      publications,
      published: shelvesOf(contents),
      shown: shelvesOf(shown.filter((content) => isOpen(content, kept, NONE))),
      shownToHolders: shelvesOf(shown),
      kept,
      holds,
      byId: new Map(contents.map((content) => [content.lessonId, content])),
      paths,
    };
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Whether who holds these paths may have it. */
export const isOpen = (
  content: PublishedContent,
  kept: ReadonlySet<string>,
  held: ReadonlySet<string>,
): boolean => !isLesson(content) || !kept.has(content.pathCode) || held.has(content.pathCode);

const shelfFor = ({ education, all }: Shelves, mayHaveAdvice: boolean): Shelf =>
  mayHaveAdvice ? all : education;

function shelvesOf(contents: readonly PublishedContent[]): Shelves {
  const education = contents.filter(({ label }) => label === 'education');
  return {
    education: { contents: education, lessons: education.filter(isLesson) },
    all: { contents, lessons: contents.filter(isLesson) },
  };
}
