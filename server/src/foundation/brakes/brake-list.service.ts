import { Injectable } from '@nestjs/common';
import type { BrakeQuery, BrakeRow, BrakeRows, FirmBrake } from '@siyu/shared/contracts/brakes';
import type { HeldKind } from '@siyu/shared/contracts/brakes.limits';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal, type Scope } from '../../platform/http/index.ts';
import { StaffDirectory } from '../organisation/index.ts';
import { Brake } from './brake.entity.ts';
import { BrakeTargets } from './brake-targets.service.ts';
import { brakeNotFound } from './brakes.errors.ts';
import { Brakes } from './brakes.service.ts';
import { releaseSha256 } from './release-sha256.ts';

const Position = z.tuple([z.int(), z.string()]);
const instantOf = (at: number): string => new Date(at).toISOString();
type Held = Record<HeldKind, number>;

/** Brakes as staff see them: what, who, since when, why, and how much it holds back now. */
@Injectable()
export class BrakeList {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly targets: BrakeTargets,
    private readonly brakes: Brakes,
  ) {}

  async list(caller: Principal, { state, limit, cursor }: z.output<typeof BrakeQuery>): Promise<BrakeRows> {
    const matching = within(caller.scope, this.database.read.createQueryBuilder(Brake, 'brake'));
    matching.andWhere('brake.state = :state', { state });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere('(brake.putOnAt < :at OR (brake.putOnAt = :at AND brake.brakeId < :id))', {
        at: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('brake.putOnAt', 'DESC')
      .addOrderBy('brake.brakeId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor([last.putOnAt, last.brakeId]);
    return { rows: await this.#rowsOf(caller, page), total, nextCursor };
  }

  /** @throws {AppError} brakes.not_found */
  async get(caller: Principal, brakeId: string): Promise<BrakeRow> {
    const [row] = await this.#rowsOf(caller, [await this.find(caller.scope, brakeId)]);
    if (row === undefined) throw brakeNotFound();
    return row;
  }

  /** @throws {AppError} brakes.not_found also outside the scope */
  async find(scope: Scope, brakeId: string): Promise<Brake> {
    const query = within(scope, this.database.read.createQueryBuilder(Brake, 'brake'));
    const found = await query.andWhere({ brakeId }).getOne();
    if (found === null) throw brakeNotFound();
    return found;
  }

  /** For everybody at the desk. */
  async firmBrake(): Promise<FirmBrake> {
    const brake = await this.database.read.findOneBy(Brake, { kind: 'FIRM', state: 'ON' });
    if (brake === null) return { brake: null };
    const { putOnAt, putOnById, reason } = brake;
    const people = await this.staff.listStaffByIds([putOnById]);
    return {
      brake: { putOnAt: instantOf(putOnAt), putOnByName: people.get(putOnById)?.name ?? '', reason },
    };
  }

  async #rowsOf(caller: Principal, found: readonly Brake[]): Promise<BrakeRow[]> {
    const people = await this.staff.listStaffByIds(
      found.flatMap(({ putOnById, askedById, releasedById }) =>
        [putOnById, askedById, releasedById].flatMap((id) => id ?? []),
      ),
    );
    const nameOf = (staffId: string): string => people.get(staffId)?.name ?? '';
    const held = await this.#heldBy(found.filter(({ state }) => state === 'ON'));
    return found.map((brake) => {
      const { state, kind, target, askedById, askedAt, askedReason, releasedById, releasedAt } = brake;
      // Whoever may decide on the request does that.
      const mayAskInstead = askedById !== caller.id && !caller.roles.includes('compliance');
      const isAsked = state === 'ON' && askedById !== null && askedAt !== null;
      return {
        brakeId: brake.brakeId,
        kind,
        target: kind === 'PRODUCT' || kind === 'CHANNEL' ? target : null,
        targetName: brake.targetName,
        state,
        reason: brake.reason,
        putOnByName: nameOf(brake.putOnById),
        putOnAt: instantOf(brake.putOnAt),
        asked: isAsked
          ? {
              reason: askedReason ?? '',
              askerName: nameOf(askedById),
              askedAt: instantOf(askedAt),
              version: brake.askedTimes,
              sha256: releaseSha256(brake),
            }
          : null,
        releasedByName: releasedById === null ? null : nameOf(releasedById),
        releasedAt: releasedAt === null ? null : instantOf(releasedAt),
        held: held.get(brake.brakeId) ?? null,
        mayAsk:
          state === 'ON' &&
          (!isAsked || mayAskInstead) &&
          this.targets.mayAsk(caller, kind, brake.branchPath),
      };
    });
  }

  /** A fixed number of statements for any number of brakes. */
  async #heldBy(on: readonly Brake[]): Promise<ReadonlyMap<string, Held>> {
    if (on.length === 0) return new Map();
    const counted = new Map(
      await Promise.all(
        [...this.brakes.counts].map(async ([kind, count]) => [kind, await count(on)] as const),
      ),
    );
    return new Map(
      on.map(({ brakeId }) => {
        const of = (kind: HeldKind): number => counted.get(kind)?.get(brakeId) ?? 0;
        const held = {
          LESSONS: of('LESSONS'),
          GROUPS: of('GROUPS'),
          MESSAGES: of('MESSAGES'),
          TASKS: of('TASKS'),
        };
        return [brakeId, held] as const;
      }),
    );
  }
}

/** A branch sees what holds it as well: what is firm-wide, and what was stopped above and below it. */
function within(scope: Scope, query: SelectQueryBuilder<Brake>): SelectQueryBuilder<Brake> {
  if (scope.kind === 'firm') return query.where('1 = 1');
  const path = scope.kind === 'branch' ? scope.branchPath : null;
  if (path === null) return query.where('brake.branchPath IS NULL');
  return query.where(
    '(brake.branchPath IS NULL OR SUBSTR(brake.branchPath, 1, :length) = :path OR SUBSTR(:path, 1, LENGTH(brake.branchPath)) = brake.branchPath)',
    { path, length: path.length },
  );
}
