import { Injectable } from '@nestjs/common';
import type { LessonReach, LessonReachQuery } from '@siyu/shared/contracts/analytics';
import { STAGES } from '@siyu/shared/contracts/scoring.limits';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { lessonNotFound } from './analytics.errors.ts';
import { countReaders } from './count-readers.query.ts';
import { countFinished, countServed, type ServedCell } from './count-served.query.ts';
import { findLessonAudience } from './find-lesson-audience.query.ts';

/** The counts of everybody are one pass over the firm: whoever edits asks again and again. */
const KEPT_MS = 30_000;

/** Whom a lesson would reach: by the same rules by which the feed shows it, counted and not guessed. */
@Injectable()
export class LessonReaches {
  #served: { readonly readAt: number; readonly cells: Promise<readonly ServedCell[]> } | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async reachOf(lessonId: string, query: LessonReachQuery): Promise<LessonReach> {
    const stored = await findLessonAudience(this.database.read, lessonId);
    if (stored === null) throw lessonNotFound();
    const stages = codesOf(query.stages) ?? stored.stages;
    const groups = codesOf(query.groups) ?? stored.groups;
    const { readAt, cells } = this.#everybody();
    const [served, finished, readers] = await Promise.all([
      cells,
      countFinished(this.database.read, lessonId),
      countReaders(this.database.read, lessonId, stored.liveVersion),
    ]);
    const open = served.map((cell) => ({ ...cell, persons: cell.persons - personsLike(cell, finished) }));
    const suitsStage = ({ stage, isProfiled }: ServedCell) =>
      isProfiled && stage !== null && stages.includes(stage);
    const suitsGroup = ({ group, isProfiled }: ServedCell) =>
      isProfiled && group !== null && groups.includes(group);
    return {
      lessonId,
      readAt: new Date(readAt).toISOString(),
      served: sum(served),
      open: sum(open),
      suitsStage: sum(open.filter(suitsStage)),
      suitsGroup: sum(open.filter(suitsGroup)),
      suitsEither: sum(open.filter((cell) => suitsStage(cell) || suitsGroup(cell))),
      byStage: STAGES.map((stage) => ({ stage, open: sum(open.filter((cell) => cell.stage === stage)) })),
      liveVersion: stored.liveVersion,
      ...readers,
    };
  }

  #everybody() {
    const now = this.clock.now();
    const known = this.#served;
    if (known !== null && now >= known.readAt && now - known.readAt < KEPT_MS) return known;
    const fresh = { readAt: now, cells: countServed(this.database.read) };
    this.#served = fresh;
    // A count that failed is not kept.
    fresh.cells.catch(() => {
      if (this.#served === fresh) this.#served = null;
    });
    return fresh;
  }
}

const codesOf = (text: string | undefined): readonly string[] | null =>
  text === undefined ? null : text.split(',').filter((code) => code !== '');

const sum = (cells: readonly ServedCell[]): number =>
  Math.max(
    0,
    cells.reduce((total, { persons }) => total + persons, 0),
  );

const personsLike = (cell: ServedCell, among: readonly ServedCell[]): number =>
  among.find(
    ({ stage, group, isProfiled }) =>
      stage === cell.stage && group === cell.group && isProfiled === cell.isProfiled,
  )?.persons ?? 0;
