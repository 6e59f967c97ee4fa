import { Body, Controller, Param, Query } from '@nestjs/common';
import { SchedulePublication } from '@siyu/shared/contracts/content';
import {
  CreatePath,
  MovePath,
  PathDetail,
  PathLessonPage,
  PathLessonQuery,
  PathQuery,
  PathRow,
  PathRows,
  SavePathDraft,
  WithdrawPath,
} from '@siyu/shared/contracts/paths';
import { PATH_SUBJECT } from '@siyu/shared/contracts/paths.limits';
import { pathsRoutes } from '@siyu/shared/contracts/paths.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { z } from 'zod';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { once, RequestKey } from '../../../platform/idempotency/index.ts';
import { LessonWording } from '../lesson-wording.ts';
import { PathDesk } from './path-desk.ts';
import { PathEditing } from './path-editing.ts';
import { PathLessons } from './path-lessons.ts';
import { PathPublication } from './path-publication.ts';
import { PathSchedule } from './path-schedule.ts';

const Made = z.object({ pathId: z.string() });
const Id = { schema: PublicId };

@Controller()
export class PathsConsoleController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: PathDesk,
    private readonly lessons: PathLessons,
    private readonly editing: PathEditing,
    private readonly publication: PathPublication,
    private readonly schedules: PathSchedule,
    private readonly wording: LessonWording,
  ) {}

  @Bind(pathsRoutes.listPaths, { response: PathRows })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  listPaths(
    @Caller() { scope }: Principal,
    @Query({ schema: PathQuery }) query: z.output<typeof PathQuery>,
  ): Promise<PathRows> {
    return this.desk.listRows(scope, query);
  }

  @Bind(pathsRoutes.getPath, { response: PathDetail })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  getPath(@Caller() { scope }: Principal, @Param('pathId', Id) pathId: string): Promise<PathDetail> {
    return this.desk.getDetail(scope, pathId);
  }

  @Bind(pathsRoutes.listPathLessons, { response: PathLessonPage })
  @Access({ audience: 'staff', roles: ['operator'] })
  listPathLessons(
    @Query({ schema: PathLessonQuery }) query: z.output<typeof PathLessonQuery>,
  ): Promise<PathLessonPage> {
    return this.lessons.list(query);
  }

  @Bind(pathsRoutes.createPath, { response: PathRow, status: 201, takesKey: true })
  @Access({ audience: 'staff', roles: ['operator'] })
  async createPath(
    @Caller() author: Principal,
    @Body({ schema: CreatePath }) body: CreatePath,
    @RequestKey() key: string | null,
  ): Promise<PathRow> {
    const asked = { principalId: author.id, requestSha256: sha256OfJson(body), now: this.clock.now() };
    const work = async (tx: Transaction) => ({ pathId: await this.editing.create(tx, body.title, author) });
    const { pathId } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return this.desk.getRow(author.scope, pathId);
  }

  @Bind(pathsRoutes.saveDraft, { response: PathRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  saveDraft(
    @Caller() author: Principal,
    @Param('pathId', Id) pathId: string,
    @Body({ schema: SavePathDraft }) body: SavePathDraft,
  ): Promise<PathRow> {
    return this.#act(author, pathId, (tx) => this.editing.saveDraft(tx, pathId, body, author));
  }

  @Bind(pathsRoutes.submitPath, { response: PathRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  submitPath(@Caller() caller: Principal, @Param('pathId', Id) pathId: string): Promise<PathRow> {
    return this.#telling(caller, pathId, (tx) => this.editing.submit(tx, pathId, caller));
  }

  @Bind(pathsRoutes.publishPath, { response: PathRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  publishPath(@Caller() caller: Principal, @Param('pathId', Id) pathId: string): Promise<PathRow> {
    return this.#telling(caller, pathId, (tx) => this.publication.publish(tx, pathId, caller));
  }

  @Bind(pathsRoutes.schedulePath, { response: PathRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  schedulePath(
    @Caller() caller: Principal,
    @Param('pathId', Id) pathId: string,
    @Body({ schema: SchedulePublication }) { publishAt }: SchedulePublication,
  ): Promise<PathRow> {
    return this.#act(caller, pathId, (tx) =>
      this.schedules.schedule(tx, pathId, Date.parse(publishAt), caller),
    );
  }

  @Bind(pathsRoutes.unschedulePath, { response: PathRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  unschedulePath(@Caller() caller: Principal, @Param('pathId', Id) pathId: string): Promise<PathRow> {
    return this.#act(caller, pathId, (tx) => this.schedules.unschedule(tx, pathId, caller));
  }

  /** Whoever finds the fault takes it away: either of the two who brought it out may. */
  @Bind(pathsRoutes.withdrawPath, { response: PathRow })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  withdrawPath(
    @Caller() caller: Principal,
    @Param('pathId', Id) pathId: string,
    @Body({ schema: WithdrawPath }) { reason }: WithdrawPath,
  ): Promise<PathRow> {
    return this.#act(caller, pathId, (tx) => this.publication.withdraw(tx, pathId, reason, caller));
  }

  @Bind(pathsRoutes.movePath, { response: PathRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  movePath(
    @Caller() caller: Principal,
    @Param('pathId', Id) pathId: string,
    @Body({ schema: MovePath }) { place }: MovePath,
  ): Promise<PathRow> {
    return this.#act(caller, pathId, (tx) => this.publication.move(tx, pathId, place, caller));
  }

  /** Words that were refused leave a row in the trail. */
  #telling(caller: Principal, pathId: string, work: (tx: Transaction) => Promise<unknown>): Promise<PathRow> {
    return this.wording.noteRefusal(caller, pathId, () => this.#act(caller, pathId, work), PATH_SUBJECT);
  }

  async #act(
    { scope }: Principal,
    pathId: string,
    work: (tx: Transaction) => Promise<unknown>,
  ): Promise<PathRow> {
    await this.database.runInTransaction(work);
    return this.desk.getRow(scope, pathId);
  }
}
