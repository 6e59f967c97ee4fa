import { Injectable } from '@nestjs/common';
import {
  COMPLETION_PERCENT,
  CONTENT_KINDS,
  type ContentKind,
  type ContentLabel,
} from '@siyu/shared/contracts/content.limits';
import { type EntityManager, Like } from 'typeorm';
import { among, Database, selectRows } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { labelOf } from './content-label.ts';
import { isOpen, LessonCatalogue } from './lesson-catalogue.ts';
import { LessonVersion } from './lesson.entity.ts';
import { LessonProgress } from './reading.entity.ts';

/** A published text of any kind as it can be sent to somebody. */
export interface SentContent {
  readonly contentId: string;
  readonly kind: ContentKind;
  readonly label: ContentLabel;
  readonly title: string;
  readonly summary: string;
  readonly riskNote: string;
  readonly version: number;
  readonly sha256: string;
  readonly publishedAt: number;
  /** All that members read of it. */
  readonly words: string;
}
/** How far somebody has read, and when last. */
export interface ContentReading {
  readonly readAt: number;
  readonly isReadToEnd: boolean;
}

/** Texts that staff send to members one by one: which there are, and who has read them. */
@Injectable()
export class SentContents {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly catalogue: LessonCatalogue,
  ) {}

  /** The published version; null when there is none, and for what only its holders may learn. */
  async find(contentId: string, manager: EntityManager = this.database.read): Promise<SentContent | null> {
    const text = await manager.findOneBy(LessonVersion, { lessonId: contentId, state: 'PUBLISHED' });
    return text === null || !(await this.#isForAll(contentId)) ? null : sentOf(text);
  }

  /** By a part of the title, the latest first. */
  async search(part: string, limit: number): Promise<readonly SentContent[]> {
    const found = await this.database.read.find(LessonVersion, {
      where: { state: 'PUBLISHED', title: Like(`%${part.replace(/[%_\\]/g, '')}%`) },
      order: { publishedAt: 'DESC', lessonId: 'ASC' },
      take: limit,
    });
    const open: SentContent[] = [];
    for (const text of found) if (await this.#isForAll(text.lessonId)) open.push(sentOf(text));
    return open;
  }

  /** Of these members, those who have opened it, under any registration; two statements for a few hundred. */
  async readingsOf(
    memberNos: readonly number[],
    contentId: string,
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, ContentReading>> {
    if (memberNos.length === 0) return new Map();
    const persons = await this.identity.personsOf(memberNos);
    const numbers = [...new Set([...persons.values()].flatMap((person) => person.numbers))];
    const own = among('member_no', numbers);
    const rows = await selectRows(manager, LessonProgress, {
      sql: `${own.sql} AND lesson_id = ?`,
      values: [...own.values, contentId],
    });
    const byNumber = new Map(rows.map((row) => [row.memberNo, row]));
    const readings = new Map<number, ContentReading>();
    for (const memberNo of memberNos) {
      const read = (persons.get(memberNo)?.numbers ?? []).flatMap((number) => byNumber.get(number) ?? []);
      if (read.length === 0) continue;
      readings.set(memberNo, {
        readAt: Math.max(...read.map(({ updatedAt }) => updatedAt)),
        isReadToEnd: read.some(({ readPercent }) => readPercent >= COMPLETION_PERCENT),
      });
    }
    return readings;
  }

  /** Those of these numbers who touched it from an instant on, and whose reading has come to its end by then or since. */
  async readSince(
    numbers: readonly number[],
    contentId: string,
    from: number,
  ): Promise<Readonly<Record<'opened' | 'readToEnd', ReadonlySet<number>>>> {
    if (numbers.length === 0) return { opened: new Set(), readToEnd: new Set() };
    const own = among('member_no', numbers);
    const rows = await selectRows(this.database.read, LessonProgress, {
      sql: `${own.sql} AND lesson_id = ? AND updated_at >= ?`,
      values: [...own.values, contentId, from],
    });
    const ended = rows.filter(({ readPercent }) => readPercent >= COMPLETION_PERCENT);
    return {
      opened: new Set(rows.map(({ memberNo }) => memberNo)),
      readToEnd: new Set(ended.map(({ memberNo }) => memberNo)),
    };
  }

  /** Whether it is in no path that is kept for its holders: a card of such a lesson would show nobody else anything. */
  async #isForAll(contentId: string): Promise<boolean> {
    const content = await this.catalogue.findAny(contentId);
    return content !== null && isOpen(content, await this.catalogue.pathsKept(), NOTHING_HELD);
  }
}

const NOTHING_HELD: ReadonlySet<string> = new Set();

function sentOf(text: LessonVersion): SentContent {
  const { lessonId, title, summary, body, riskNote, version, contentSha256, publishedAt } = text;
  return {
    contentId: lessonId,
    kind: CONTENT_KINDS.find((kind) => kind === text.kind) ?? 'lesson',
    label: labelOf(text.label),
    title,
    summary,
    riskNote,
    version,
    sha256: contentSha256,
    publishedAt: publishedAt ?? 0,
    words: [title, summary, body].join('\n'),
  };
}
