import { Injectable } from '@nestjs/common';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { among, Database, insertRows, selectRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { CareStep } from './care-step.entity.ts';

export type CareSubject = 'complaint' | 'follow_up_call';

/** What somebody did; `outcome`, `toldBy`, `ownerId` and `text` as far as the act has them. */
export interface TakenStep {
  readonly act: string;
  readonly state: string;
  readonly stepNo: number;
  readonly ownerId?: string;
  readonly outcome?: string;
  readonly toldBy?: string;
  readonly text?: string;
}

interface Taken {
  readonly kind: CareSubject;
  readonly subjectId: string;
  readonly memberNo: number | null;
  readonly actor: Principal | 'system';
}

/** The steps of complaints and calls: only ever added to, each with its row in the trail. */
@Injectable()
export class CareSteps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async append(tx: Transaction, { kind, subjectId, memberNo, actor }: Taken, step: TakenStep): Promise<void> {
    const { ownerId = null, outcome = null, toldBy = null, text = null } = step;
    const row: CareStep = {
      ...{ subjectId, stepNo: step.stepNo, act: step.act, state: step.state },
      actorKind: actor === 'system' ? actor : actor.audience,
      actorId: actor === 'system' ? null : actor.id,
      ...{ ownerId, outcome, toldBy, text },
      at: this.clock.now(),
    };
    await insertRows(tx, CareStep, [row]);
    await this.audit.record(tx, {
      actor,
      action: `care.${kind}_${step.act.toLowerCase()}`,
      subjectKind: kind,
      subjectId,
      ...(memberNo !== null && { subjectNo: memberNo }),
      inputs: {
        stepNo: step.stepNo,
        ...(ownerId !== null && { ownerId }),
        ...(outcome !== null && { outcome }),
        ...(text !== null && { textSha256: sha256OfJson({ text }) }),
      },
    });
  }

  /** In their order, by what they belong to. */
  async of(subjectIds: readonly string[]): Promise<ReadonlyMap<string, readonly CareStep[]>> {
    if (subjectIds.length === 0) return new Map();
    const rows = await selectRows(this.database.read, CareStep, among('subject_id', subjectIds));
    const steps = new Map<string, CareStep[]>();
    for (const row of rows.sort((one, other) => one.stepNo - other.stepNo))
      steps.set(row.subjectId, [...(steps.get(row.subjectId) ?? []), row]);
    return steps;
  }

  /** Whether this very step was taken by the same person before: then a lost answer is asked for again. */
  async isRepeat(
    { manager }: Transaction,
    subjectId: string,
    actor: Principal,
    step: TakenStep,
  ): Promise<boolean> {
    const kept = await manager.findOneBy(CareStep, { subjectId, stepNo: step.stepNo });
    return (
      kept !== null &&
      kept.actorId === actor.id &&
      kept.act === step.act &&
      kept.ownerId === (step.ownerId ?? null) &&
      kept.outcome === (step.outcome ?? null) &&
      kept.text === (step.text ?? null)
    );
  }
}
