import { randomUUID } from 'node:crypto';
import { isHeldOut } from '@siyu/shared/rules';
import { dayOfInstant } from '@siyu/shared/time';
import { insertRows, type Transaction } from '../../../../platform/database/index.ts';
import { CurrentConsent } from '../../../../records/identity/consent.entity.ts';
import { currentConsentText } from '../../../../records/identity/consent-texts.ts';
import { MemberLink } from '../../../../records/identity/member-identity.entity.ts';
import { LessonVersion } from '../../../../services/content/lesson.entity.ts';
import type { TestApp } from '../../../../testing/index.ts';
import { Award } from '../../awards/award.entity.ts';
import { EarningFactRow } from '../../awards/earning-fact.entity.ts';

const DAY = 86_400_000;
/** Nobody of any world has so high a number. */
const FIRST_NO = 900_001;
const PERCENT = 20;

interface Planted {
  readonly rule: { readonly ruleId: string; readonly ruleNo: number };
  readonly start: number;
}

/**
 * 100 members who finish a lesson on the second day and are thanked, 25 whom the lot holds out, and one who comes late.
 * Of the first 30 pass a quiz of the path a month later, of the others two; what does not count is told of the rest.
 * @returns `withdraw` takes away what one held-out member did
 */
export async function plantLearners(
  { database }: TestApp,
  { rule, start }: Planted,
): Promise<{ readonly withdraw: () => Promise<void> }> {
  const [read, tested, foreign] = [randomUUID(), randomUUID(), randomUUID()];
  const numbers = Array.from({ length: 2_000 }, (_, at) => FIRST_NO + at);
  const isOut = (memberNo: number) => isHeldOut(`incentive:${rule.ruleNo}`, memberNo, PERCENT);
  const rewarded = numbers.filter((no) => !isOut(no)).slice(0, 100);
  const heldOut = numbers.filter(isOut).slice(0, 25);
  const others = numbers.filter((no) => !isOut(no)).slice(100, 104);
  const [late = 0, silent = 0, other = 0] = others;
  const [merged = 0] = heldOut;
  const facts: object[] = [];
  const tell = (
    memberNo: number,
    day: number,
    contentId: string,
    value: number | null = null,
    more: object = {},
  ): void => {
    facts.push({
      memberNo,
      seq: facts.length + 1,
      eventId: randomUUID(),
      type: value === null ? 'lesson_completed' : 'quiz_submitted',
      occurredAt: start + day * DAY,
      recordedAt: start + day * DAY,
      contentId,
      value,
      isClockSuspect: false,
      ...more,
    });
  };
  for (const memberNo of [...rewarded, ...heldOut, silent]) tell(memberNo, 0.5, read);
  tell(late, 20, read);
  // The same person under another number, who comes back to what they have learned.
  tell(other, 0.6, read);
  for (const memberNo of rewarded.slice(0, 30)) tell(memberNo, 45, tested, 3);
  tell(heldOut[1] ?? 0, 31, tested, 5);
  tell(other, 40, tested, 5);
  for (const memberNo of rewarded.slice(30)) {
    tell(memberNo, 10, tested, 5);
    tell(memberNo, 40, tested, 2);
    tell(memberNo, 40, foreign, 5);
    tell(memberNo, 40, tested, 5, { isClockSuspect: true });
    tell(memberNo, 40, tested, 5, { withdrawnAt: start + 41 * DAY });
  }
  await database.runInTransaction(async (tx) => {
    await insertRows(
      tx,
      CurrentConsent,
      [...rewarded, ...heldOut, late, other].map((memberNo) => ({
        memberNo,
        purpose: 'SERVICE',
        textVersion: currentConsentText('SERVICE').version,
        isGranted: true,
        decidedAt: start,
      })),
    );
    await insertRows(tx, MemberLink, [
      { memberNo: other, validFrom: start, intoMemberNo: merged, validTo: null, fromSeq: 1, toSeq: null },
    ]);
    await insertRows(tx, EarningFactRow, facts);
    await plantLessons(tx, [
      [read, 'first-steps', 1],
      [tested, 'first-steps', 5],
      [foreign, 'next-steps', 5],
    ]);
    await insertRows(
      tx,
      Award,
      rewarded.flatMap((memberNo, at) => [
        awardOf(rule, memberNo, 2 * at + 1, start + 0.5 * DAY, 'AWARDED'),
        awardOf(
          rule,
          memberNo,
          2 * at + 2,
          start + (at % 2 === 0 ? 1 : 60.8) * DAY,
          at % 2 === 0 ? 'REVERSED' : 'AWARDED',
        ),
      ]),
    );
  });
  return {
    withdraw: () =>
      database.runInTransaction(async ({ manager }) => {
        await manager.update(EarningFactRow, { memberNo: heldOut[2] ?? 0 }, { withdrawnAt: start + DAY });
      }),
  };
}

const plantLessons = (tx: Transaction, lessons: readonly (readonly [string, string, number])[]) =>
  insertRows(
    tx,
    LessonVersion,
    lessons.map(([lessonId, pathCode, questions]) => ({
      lessonId,
      version: 1,
      kind: 'lesson',
      state: 'PUBLISHED',
      pathCode,
      pathTitle: pathCode,
      position: 1,
      title: '一课',
      summary: '',
      minutes: 3,
      body: '',
      source: '',
      riskNote: '',
      stages: [],
      groups: [],
      quiz: Array.from({ length: questions }, () => ({})),
      contentSha256: '',
      authorId: randomUUID(),
      editorIds: [],
      publishedAt: 1,
      updatedAt: 1,
      label: 'education',
    })),
  );

const awardOf = (
  { ruleId, ruleNo }: Planted['rule'],
  memberNo: number,
  awardNo: number,
  occurredAt: number,
  state: Award['state'],
) => ({
  memberNo,
  awardNo,
  awardId: randomUUID(),
  ruleId,
  ruleNo,
  ruleVersion: 1,
  ruleName: '学完一课',
  title: '学完一课',
  reason: '认真学完了一课',
  eventId: randomUUID(),
  event: 'lesson_completed',
  seq: awardNo,
  occurredAt,
  occurredOn: dayOfInstant(occurredAt),
  reward: { kind: 'points', points: 10 },
  points: 10,
  valueFen: 10,
  state,
  explanation: [],
  givenAt: occurredAt,
});
