import { randomUUID } from 'node:crypto';
import { ConsentList } from '@siyu/shared/contracts/identity';
import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import { INVESTOR_LEVELS } from '@siyu/shared/suitability';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import type { SeededRandom } from '../../demo/seeded-random.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import { AdvisoryContract } from '../../records/advisory/advisory-contract.entity.ts';
import { Identity } from '../../records/identity/index.ts';
import {
  Assessment,
  AssessmentStep,
  InvestorStatement,
} from '../../records/suitability/assessment.entity.ts';
import { InvestorTraits } from '../../records/suitability/investor-traits.ts';
import { openMember } from '../callers.ts';
import type { TestApp } from '../test-app.ts';
import type { Standing } from './expectations.ts';
import { callWith } from './call-with.ts';
import type { Caller } from './firm.ts';

const DAY_MS = 86_400_000;

/** The first two are no matter of chance, so that every door has somebody to let in and somebody to turn away. */
const FIRST: readonly Standing[] = [
  {
    ...{ level: 'C4', kind: 'ORDINARY', isExpired: false, hasChanged: false, hasRefused: false },
    ...{ isCallBackDue: false, isQualified: false, hasContract: true },
  },
  {
    ...{ level: null, kind: 'ORDINARY', isExpired: false, hasChanged: false, hasRefused: false },
    ...{ isCallBackDue: false, isQualified: false, hasContract: false },
  },
];
const standingOf = (random: SeededRandom): Standing => ({
  level: random.chance(0.1) ? null : random.pick(INVESTOR_LEVELS),
  kind: random.chance(0.2) ? 'PROFESSIONAL' : 'ORDINARY',
  isExpired: random.chance(0.08),
  hasChanged: random.chance(0.06),
  hasRefused: random.chance(0.06),
  isCallBackDue: random.chance(0.06),
  isQualified: random.chance(0.5),
  hasContract: random.chance(0.4),
});

/** Signs so many people in who are of random standing. */
export async function join(test: TestApp, random: SeededRandom, count: number): Promise<readonly Caller[]> {
  const identity = test.app.get(Identity, { strict: false });
  const members: Caller[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const { token, member } = await openMember(test, `door-${nth}`);
    const call = callWith(test, { authorization: `Bearer ${token}` });
    const { consents } = ConsentList.parse(JSON.parse((await call('GET', '/v1/consents')).text));
    const decisions = consents
      .filter(({ purpose }) => purpose === 'SERVICE' || purpose === 'MARKETING')
      .map(({ purpose, textVersion }) => ({ purpose, textVersion, isGranted: true }));
    await call('POST', '/v1/consents', { decisions, adultStatement: ADULT_STATEMENT.version });
    const standing = FIRST[nth] ?? standingOf(random);
    // Whoever has not said it is taken for somebody who has to be called first.
    if (!standing.isCallBackDue) await call('PUT', '/v1/protection/birth-year', { birthYear: 1985 });
    const memberNo = (await identity.findByPublicId(member.memberId))?.memberNo ?? 0;
    members.push({ memberNo, standing, call });
  }
  const standings = new Map(members.map(({ memberNo, standing }) => [memberNo, standing]));
  test.app.get(InvestorTraits, { strict: false }).onAsked((memberNos) =>
    Promise.resolve(
      new Map(
        memberNos.flatMap((memberNo) => {
          const standing = standings.get(memberNo);
          if (standing === undefined) return [];
          const { kind, isQualified: isQualifiedForPrivate } = standing;
          return [[memberNo, { kind, isQualifiedForPrivate }] as const];
        }),
      ),
    ),
  );
  await test.database.runInTransaction((tx) => keepStandings(tx, test, members));
  return members;
}

async function keepStandings(tx: Transaction, { clock }: TestApp, members: readonly Caller[]): Promise<void> {
  const now = clock.now();
  const today = dayOfInstant(now);
  const assessed = members.flatMap(({ memberNo, standing: { level, isExpired } }) => {
    if (level === null) return [];
    const row: Assessment = {
      ...{ assessmentId: randomUUID(), memberNo, questionnaireVersion: 1, limitsVersion: 1, answers: [] },
      ...{ score: 50, level, isLowestByAnswer: false, horizonMonths: 36, types: ['FUND_MIXED'] },
      ...{ takenAt: now - DAY_MS, validUntil: addDays(today, isExpired ? 0 : 200) },
      ...{ isHeld: false, sha256: '', sealedOrigin: '' },
    };
    return [row];
  });
  await insertRows(tx, Assessment, assessed);
  await insertRows(
    tx,
    AssessmentStep,
    assessed.map(({ assessmentId, memberNo, takenAt: at }) => {
      return { assessmentId, kind: 'CONFIRMED', memberNo, at, staffId: null, sealedOrigin: null };
    }),
  );
  const said = members.flatMap(({ memberNo, standing: { hasChanged, hasRefused } }) => [
    ...(hasChanged ? [{ memberNo, kind: 'FACTS_CHANGED' as const }] : []),
    ...(hasRefused ? [{ memberNo, kind: 'INFORMATION_REFUSED' as const }] : []),
  ]);
  await insertRows(
    tx,
    InvestorStatement,
    said.map((each) => ({
      ...each,
      ...{ statementId: randomUUID(), statedAt: now, textVersion: '1', textSha256: '', sealedOrigin: '' },
    })),
  );
  await insertRows(
    tx,
    AdvisoryContract,
    members
      .filter(({ standing }) => standing.hasContract)
      .map(({ memberNo }) => ({
        ...{
          contractId: randomUUID(),
          contractNo: `T-${memberNo}`,
          memberNo,
          endedAt: null,
          endReason: null,
        },
        ...{ validFrom: addDays(today, -10), validUntil: addDays(today, 200) },
        ...{ enteredBy: randomUUID(), enteredAt: now },
      })),
  );
}
