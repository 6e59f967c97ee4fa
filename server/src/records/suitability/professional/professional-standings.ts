import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOfInstant, epochDay, type EpochDay } from '@siyu/shared/time';
import { In, MoreThan, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { Identity } from '../../identity/index.ts';
import { InvestorTraits } from '../investor-traits.ts';
import { ProfessionalApplication } from './professional-application.entity.ts';

/** Who is a professional investor: by a decision of two people only, never by what is known of their assets. */
@Injectable()
export class ProfessionalStandings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly traits: InvestorTraits,
  ) {}

  onModuleInit(): void {
    this.traits.onAsked(async (memberNos, at, manager) => {
      const approved = await approvedOf(manager, memberNos, dayOfInstant(at));
      return new Map(approved.map(({ memberNo }) => [memberNo, { kind: 'PROFESSIONAL' }]));
    });
  }

  /** The first day on which it counts no more, under any registration of the person; null: an ordinary investor. */
  async professionalUntil(
    memberNo: number,
    manager: EntityManager = this.database.read,
  ): Promise<EpochDay | null> {
    const numbers = await this.identity.numbersOf(memberNo, manager);
    const approved = await approvedOf(manager, numbers, dayOfInstant(this.clock.now()));
    const until = Math.max(...approved.map(({ validUntil }) => validUntil ?? -Infinity));
    return until === -Infinity ? null : epochDay(until);
  }
}

function approvedOf(
  manager: EntityManager,
  memberNos: readonly number[],
  day: EpochDay,
): Promise<ProfessionalApplication[]> {
  return manager.findBy(ProfessionalApplication, {
    memberNo: In([...memberNos]),
    state: 'APPROVED',
    validUntil: MoreThan(day),
  });
}
