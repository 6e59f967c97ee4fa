import { Injectable } from '@nestjs/common';
import { CONCLUSIONS, type Conclusion } from '@siyu/shared/contracts/identity.limits';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { among, Database, selectRows, type Transaction } from '../../platform/database/index.ts';
import { ConclusionDecision } from './conclusion-decision.entity.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberLinks } from './member-links.service.ts';

/** What a member said last of one conclusion. */
export interface ConclusionWord {
  readonly isRefused: boolean;
  readonly decidedAt: number;
}

const NOTHING: ReadonlyMap<Conclusion, ConclusionWord> = new Map();

/** Which conclusions members refuse (REQ-PI-3). Without a word each may be drawn, as far as profiling is agreed to. */
@Injectable()
export class Conclusions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clocks: MemberClocks,
    private readonly links: MemberLinks,
  ) {}

  /** The member's last word on each conclusion, under whichever registration it was said. */
  async wordsOf(
    memberNo: number,
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<Conclusion, ConclusionWord>> {
    return (await this.wordsOfAll([memberNo], manager)).get(memberNo) ?? NOTHING;
  }

  /** What each of the members refuses; those who refuse nothing are absent. */
  async refusedOf(memberNos: readonly number[]): Promise<ReadonlyMap<number, ReadonlySet<Conclusion>>> {
    const refused = new Map<number, ReadonlySet<Conclusion>>();
    for (const [memberNo, words] of await this.wordsOfAll(memberNos, this.database.read)) {
      const those = [...words].flatMap(([conclusion, { isRefused }]) => (isRefused ? [conclusion] : []));
      if (those.length > 0) refused.set(memberNo, new Set(those));
    }
    return refused;
  }

  /**
   * Appends what changes something; repeating it is harmless. What was made of the member is made anew at once,
   * since the clock ticks. Neither a consent nor a restriction stands in the way: less may always be refused, and
   * what is allowed again is only used as far as those go.
   */
  async decide(tx: Transaction, memberNo: number, conclusion: Conclusion, isRefused: boolean): Promise<void> {
    await this.clocks.lock(tx, [memberNo]);
    const before = (await this.wordsOf(memberNo, tx.manager)).get(conclusion);
    if ((before?.isRefused ?? false) === isRefused) return;
    const seq = (await this.clocks.advance(tx, [memberNo])).get(memberNo) ?? 0;
    const decidedAt = this.clock.now();
    await tx.manager.insert(ConclusionDecision, { memberNo, conclusion, seq, isRefused, decidedAt });
  }

  private async wordsOfAll(
    memberNos: readonly number[],
    manager: EntityManager,
  ): Promise<ReadonlyMap<number, ReadonlyMap<Conclusion, ConclusionWord>>> {
    if (memberNos.length === 0) return new Map();
    const persons = await this.links.personsOf(memberNos);
    const numbersOf = (memberNo: number) => persons.get(memberNo)?.numbers ?? [memberNo];
    const { sql, values } = among('member_no', [...new Set(memberNos.flatMap(numbersOf))]);
    const said = await selectRows(manager, ConclusionDecision, {
      sql: `(member_no, conclusion, seq) IN (SELECT member_no, conclusion, MAX(seq) FROM conclusion_decisions WHERE ${sql} GROUP BY member_no, conclusion)`,
      values,
    });
    if (said.length === 0) return new Map();
    return new Map(
      memberNos.flatMap((memberNo) => {
        const numbers = numbersOf(memberNo);
        const words = lastWords(said.filter((row) => numbers.includes(row.memberNo)));
        return words.size === 0 ? [] : [[memberNo, words]];
      }),
    );
  }
}

/** Per conclusion what was decided last; of two decisions of one moment the refusal counts. */
function lastWords(rows: readonly ConclusionDecision[]): ReadonlyMap<Conclusion, ConclusionWord> {
  const last = new Map<Conclusion, ConclusionWord>();
  for (const conclusion of CONCLUSIONS)
    for (const row of rows.filter((each) => each.conclusion === conclusion)) {
      const before = last.get(conclusion);
      const isLater =
        before === undefined ||
        row.decidedAt > before.decidedAt ||
        (row.decidedAt === before.decidedAt && row.isRefused);
      if (isLater) last.set(conclusion, row);
    }
  return last;
}
