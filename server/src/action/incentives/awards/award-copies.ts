import { Injectable } from '@nestjs/common';
import type { MemberAward } from '@siyu/shared/contracts/awards';
import type { EarningEvent } from '@siyu/shared/incentives';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/index.ts';
import { Award } from './award.entity.ts';
import { memberAward } from './award-views.ts';
import { EarningFactRow } from './earning-fact.entity.ts';

interface Latest<Entry> {
  readonly total: number;
  readonly entries: readonly Entry[];
}
interface CopiedFact {
  readonly event: EarningEvent;
  readonly occurredAt: number;
  readonly value: number | null;
  readonly withdrawnAt: number | null;
}

/** What a person was thanked for under every registration, for the copy of their data; the latest first. */
@Injectable()
export class AwardCopies {
  constructor(private readonly database: Database) {}

  /** Refused ones too: what is kept of a member is theirs to see, also where it came to nothing. */
  async awardsOf(numbers: readonly number[], limit: number): Promise<Latest<MemberAward>> {
    const [awards, total] = await this.database.read.findAndCount(Award, {
      where: { memberNo: In([...numbers]) },
      order: { awardNo: 'DESC' },
      take: limit,
    });
    return { total, entries: awards.map(memberAward) };
  }

  /** What could be thanked for, as it was noted beside the log. */
  async factsOf(numbers: readonly number[], limit: number): Promise<Latest<CopiedFact>> {
    const [facts, total] = await this.database.read.findAndCount(EarningFactRow, {
      where: { memberNo: In([...numbers]) },
      order: { occurredAt: 'DESC', seq: 'DESC', eventId: 'DESC' },
      take: limit,
    });
    return {
      total,
      entries: facts.map(({ type, occurredAt, value, withdrawnAt }) => {
        return { event: type, occurredAt, value, withdrawnAt };
      }),
    };
  }
}
