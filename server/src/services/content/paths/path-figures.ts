import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { MemberScopes } from '../../../records/identity/index.ts';
import { PathCompletion } from '../path-completion.entity.ts';
import { LessonProgress } from '../reading.entity.ts';

const Learners = z.array(z.object({ at: z.coerce.number().int(), learners: z.coerce.number().int() }));
const Completions = z.array(z.object({ code: z.string(), completions: z.coerce.number().int() }));

interface Figures {
  readonly learners: number;
  readonly completions: number;
}

/** How many have begun and how many have finished each of some paths, in the caller's scope; two statements for all. */
@Injectable()
export class PathFigures {
  constructor(
    private readonly database: Database,
    private readonly scopes: MemberScopes,
  ) {}

  /** @param lessonsOf the lessons that members find in each path, by its code */
  async of(
    lessonsOf: ReadonlyMap<string, readonly string[]>,
    scope: Scope,
  ): Promise<ReadonlyMap<string, Figures>> {
    const codes = [...lessonsOf.keys()];
    const [learners, completions] = await Promise.all([
      this.#learners([...lessonsOf.values()], scope),
      this.#completions(codes, scope),
    ]);
    return new Map(
      codes.map((code, at) => [
        code,
        { learners: learners.get(at) ?? 0, completions: completions.get(code) ?? 0 },
      ]),
    );
  }

  async #learners(
    lessons: readonly (readonly string[])[],
    scope: Scope,
  ): Promise<ReadonlyMap<number, number>> {
    const read = lessons.flatMap((lessonIds, at) => (lessonIds.length === 0 ? [] : [{ lessonIds, at }]));
    if (read.length === 0) return new Map();
    const { sql, parameters } = await this.scopes.conditionOn('reading.member_no', scope);
    const cases = read.map(({ at }) => `WHEN reading.lesson_id IN (:...path${at}) THEN ${at}`);
    const rows: unknown = await this.database.read
      .createQueryBuilder(LessonProgress, 'reading')
      .select(`CASE ${cases.join(' ')} END`, 'at')
      .addSelect('COUNT(DISTINCT reading.member_no)', 'learners')
      .where('reading.lesson_id IN (:...all)', { all: read.flatMap(({ lessonIds }) => lessonIds) })
      .andWhere(sql, parameters)
      .setParameters(Object.fromEntries(read.map(({ lessonIds, at }) => [`path${at}`, lessonIds])))
      .groupBy('at')
      .getRawMany();
    return new Map(Learners.parse(rows).map(({ at, learners }) => [at, learners]));
  }

  async #completions(codes: readonly string[], scope: Scope): Promise<ReadonlyMap<string, number>> {
    const { sql, parameters } = await this.scopes.conditionOn('done.member_no', scope);
    const rows: unknown = await this.database.read
      .createQueryBuilder(PathCompletion, 'done')
      .select('done.path_code', 'code')
      .addSelect('COUNT(*)', 'completions')
      .where({ pathCode: In([...codes]) })
      .andWhere(sql, parameters)
      .groupBy('done.path_code')
      .getRawMany();
    return new Map(Completions.parse(rows).map(({ code, completions }) => [code, completions]));
  }
}
