import type { EarningEvent } from '@siyu/shared/incentives';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { StageLines } from '../../../insight/scoring/index.ts';
import { among } from '../../../platform/database/index.ts';
import type { Person } from '../../../records/identity/index.ts';
import { numbersOf } from '../awards/award-history.ts';
import { Ring } from '../awards/ring-of.ts';
import type { CountedOnce, ReplayFact, ReplayPerson, ReplayWindow } from './decide-person.ts';

type Whole = number | string;
interface KeptFact {
  readonly memberNo: Whole;
  readonly seq: Whole;
  readonly eventId: string;
  readonly type: EarningEvent;
  readonly occurredAt: Whole;
  readonly recordedAt: Whole;
  readonly contentId: string | null;
  readonly value: Whole | null;
  readonly isClockSuspect: Whole;
  readonly decidedNo: Whole;
  readonly decidedAt: Whole;
  readonly withdrawnAt: Whole | null;
  readonly ring: string | null;
}
interface KeptAward {
  readonly memberNo: Whole;
  readonly ruleNo: Whole;
  readonly eventId: string;
  readonly occurredAt: Whole;
  readonly occurredOn: Whole;
  readonly valueFen: Whole;
  readonly givenAt: Whole;
  readonly takenBackAt: Whole | null;
}
const FACTS = `SELECT member_no AS memberNo, seq, event_id AS eventId, type, occurred_at AS occurredAt,
    recorded_at AS recordedAt, content_id AS contentId, value, is_clock_suspect AS isClockSuspect,
    decided_no AS decidedNo, decided_at AS decidedAt, withdrawn_at AS withdrawnAt, ring
  FROM earning_facts WHERE decided_no IS NOT NULL AND decided_at < ? AND `;
/** Given before the window, or taken back by a person whenever it was given. */
const AWARDS = `SELECT member_no AS memberNo, rule_no AS ruleNo, event_id AS eventId, occurred_at AS occurredAt,
    occurred_on AS occurredOn, value_fen AS valueFen, given_at AS givenAt,
    CASE WHEN state = 'REVERSED' OR refusal = 'PERSON' THEN decided_at END AS takenBackAt
  FROM awards WHERE (refusal IS NULL OR refusal = 'PERSON')
    AND (given_at < ? OR state = 'REVERSED' OR refusal = 'PERSON') AND `;

const whole = (kept: Whole | null): number | null => (kept === null ? null : Number(kept));

/**
 * People with everything that their awards within a window rest on; a handful of statements for a few hundred.
 * @param asksStage whether any rule asks for the stage of a member
 */
export async function readPersons(
  manager: EntityManager,
  persons: ReadonlyMap<number, Person>,
  window: ReplayWindow,
  asksStage: boolean,
): Promise<readonly ReplayPerson[]> {
  const numbers = numbersOf(persons);
  if (numbers.length === 0) return [];
  const { sql, values } = among('member_no', numbers);
  const facts: readonly KeptFact[] = await manager.query(FACTS + sql, [window.until, ...values]);
  const awards: readonly KeptAward[] = await manager.query(AWARDS + sql, [window.from, ...values]);
  const standsFor = new Map(
    [...persons.values()].flatMap((each) => each.numbers.map((number) => [number, each.memberNo])),
  );
  const read = new Map(
    [...new Set(standsFor.values())].map((memberNo) => [memberNo, new ReadPerson(memberNo)]),
  );
  const personOf = (memberNo: Whole) => read.get(standsFor.get(Number(memberNo)) ?? 0);
  const stages = asksStage ? await StageLines.read(manager, [...read.keys()]) : null;
  for (const fact of facts) personOf(fact.memberNo)?.addFact(fact, stages);
  for (const award of awards) personOf(award.memberNo)?.addAward(award, window);
  return [...read.values()];
}

class ReadPerson implements ReplayPerson {
  readonly facts: ReplayFact[] = [];
  readonly givenBefore: CountedOnce[] = [];
  readonly #backs = new Map<string, number>();

  constructor(readonly memberNo: number) {}

  takenBackAt(ruleNo: number, { eventId }: ReplayFact): number | null {
    return this.#backs.size === 0 ? null : (this.#backs.get(`${ruleNo} ${eventId}`) ?? null);
  }

  addFact(kept: KeptFact, stages: StageLines | null): void {
    const { memberNo } = this;
    const { eventId, type, contentId } = kept;
    const seq = Number(kept.seq);
    const recordedAt = Number(kept.recordedAt);
    const asOf = stages === null ? 0 : addDays(dayOfInstant(recordedAt), 1);
    this.facts.push({
      memberNo,
      seq,
      eventId,
      type,
      occurredAt: Number(kept.occurredAt),
      recordedAt,
      contentId,
      value: whole(kept.value),
      isClockSuspect: Boolean(kept.isClockSuspect),
      decidedNo: Number(kept.decidedNo),
      decidedAt: Number(kept.decidedAt),
      withdrawnAt: whole(kept.withdrawnAt),
      ring: kept.ring === null ? null : Ring.parse(JSON.parse(kept.ring)),
      stage: stages?.at({ memberNo, seq: seq - 1, asOf }) ?? null,
    });
  }

  addAward(kept: KeptAward, { from }: ReplayWindow): void {
    const takenBackAt = whole(kept.takenBackAt);
    const ruleNo = Number(kept.ruleNo);
    if (takenBackAt !== null) this.#backs.set(`${ruleNo} ${kept.eventId}`, takenBackAt);
    if (Number(kept.givenAt) >= from) return;
    this.givenBefore.push({
      memberNo: this.memberNo,
      ruleNo,
      occurredOn: Number(kept.occurredOn),
      count: 1,
      lastAt: Number(kept.occurredAt),
      valueFen: Number(kept.valueFen),
      takenBackAt,
    });
  }
}
