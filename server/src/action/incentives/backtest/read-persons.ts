import { addDays, dayOfInstant } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { stagesAt } from '../../../insight/scoring/index.ts';
import { among, selectRows } from '../../../platform/database/index.ts';
import type { Person } from '../../../records/identity/index.ts';
import { Award } from '../awards/award.entity.ts';
import { numbersOf } from '../awards/award-history.ts';
import { EarningFactRow } from '../awards/earning-fact.entity.ts';
import type { ReplayFact, ReplayPerson, ReplayWindow } from './decide-person.ts';

/** People with everything that their awards within a window rest on; a handful of statements for a few hundred. */
export async function readPersons(
  manager: EntityManager,
  persons: ReadonlyMap<number, Person>,
  window: ReplayWindow,
): Promise<readonly ReplayPerson[]> {
  const numbers = numbersOf(persons);
  if (numbers.length === 0) return [];
  const [rows, awards] = await Promise.all([
    selectRows(manager, EarningFactRow, among('member_no', numbers)),
    selectRows(manager, Award, among('member_no', numbers)),
  ]);
  const standsFor = new Map(
    [...persons.values()].flatMap((each) => each.numbers.map((number) => [number, each.memberNo])),
  );
  const own = rows.map((row) => ({ ...row, memberNo: standsFor.get(row.memberNo) ?? row.memberNo }));
  const stages = await stagesAt(
    manager,
    own.map(({ memberNo, seq, recordedAt }) => ({
      memberNo,
      seq: seq - 1,
      asOf: addDays(dayOfInstant(recordedAt), 1),
    })),
  );
  const facts = own.map((row, at): ReplayFact => {
    const { decidedNo, decidedAt, recordedAt } = row;
    return {
      ...row,
      decidedNo: decidedNo ?? 0,
      decidedAt: decidedAt ?? recordedAt,
      stage: stages[at] ?? null,
    };
  });
  const backs = new Map(awards.map((award) => [`${award.ruleNo} ${award.eventId}`, takenBackAt(award)]));
  const before = awards
    .filter(
      (award) => award.givenAt < window.from && (award.state !== 'REFUSED' || award.refusal === 'PERSON'),
    )
    .map((award) => ({
      memberNo: standsFor.get(award.memberNo) ?? award.memberNo,
      ruleNo: award.ruleNo,
      occurredOn: award.occurredOn,
      count: 1,
      lastAt: award.occurredAt,
      valueFen: award.valueFen,
      takenBackAt: takenBackAt(award),
    }));
  return [...new Set(standsFor.values())].map((memberNo) => ({
    facts: facts.filter((fact) => fact.memberNo === memberNo),
    givenBefore: before.filter((each) => each.memberNo === memberNo),
    takenBackAt: (ruleNo, { eventId }) => backs.get(`${ruleNo} ${eventId}`) ?? null,
  }));
}

/** When a person refused or took back an award. */
function takenBackAt({ state, refusal, decidedAt }: Award): number | null {
  return state === 'REVERSED' || refusal === 'PERSON' ? decidedAt : null;
}
