import { Injectable } from '@nestjs/common';
import type { Answer } from '@siyu/shared/suitability';
import { Clock } from '../platform/clock/index.ts';
import { ExternalIds, Identity } from '../records/identity/index.ts';
import { AssessmentHistories } from '../records/suitability/index.ts';
import { unionidOf } from './demo-groups.ts';
import { DemoSteps } from './demo-steps.ts';
import { phoneMembers } from './phone-accounts.ts';

/** As many as one transaction takes in a few seconds. */
const MEMBERS = 400;
const DAY_MS = 86_400_000;
/** On the phone: one who can bear the middle, and one who could bear little three days ago. */
const READER = 'demo-8';
const CAREFUL = 'demo-2';

/** Answers to the questionnaire that comes with the software, from the most careful on. */
const ANSWERS = [
  [
    'under-50k',
    'most',
    'mortgage',
    'never',
    'deposits',
    'little',
    'months',
    'steady',
    'keep',
    'tenth',
    'small',
    'sell-all',
  ],
  [
    'under-200k',
    'half',
    'mortgage',
    'under-two',
    'bonds',
    'some',
    'years',
    'steady',
    'steady',
    'tenth',
    'middle',
    'sell-part',
  ],
  [
    'under-200k',
    'some',
    'none',
    'under-five',
    'funds',
    'some',
    'long',
    'mixed',
    'steady',
    'tenth',
    'middle',
    'sell-part',
  ],
  [
    'under-500k',
    'some',
    'none',
    'under-five',
    'shares',
    'some',
    'long',
    'equity',
    'grow',
    'third',
    'large',
    'hold',
  ],
] as const;
const QUESTIONS = [
  'income',
  'share',
  'debt',
  'experience',
  'traded',
  'knowledge',
  'horizon',
  'types',
  'aim',
  'loss',
  'choice',
  'fall',
] as const;

/** Every second member of the demo firm has been assessed: some long ago, some lately. */
@Injectable()
export class DemoSuitability {
  constructor(
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly identity: Identity,
    private readonly externalIds: ExternalIds,
    private readonly histories: AssessmentHistories,
  ) {}

  /** After the members; whoever else is tried out on the phone begins without. */
  async load(): Promise<void> {
    const issuer = { kind: 'wechat_unionid', issuer: 'wechat' } as const;
    const unionids = phoneMembers.map(({ key }) => unionidOf(key));
    const onPhone = await this.externalIds.membersOf(unionids, issuer);
    const tried = new Set(onPhone.values());
    const memberNos = (await this.identity.listNumbersAfter(0, MEMBERS)).filter((each) => !tried.has(each));
    const assessed = memberNos.filter((_, at) => at % 2 === 0);
    const now = this.clock.now();
    await this.steps.once('suitability', async (tx) => {
      const reader = onPhone.get(unionidOf(READER));
      const careful = onPhone.get(unionidOf(CAREFUL));
      await this.histories.record(tx, [
        ...(reader === undefined
          ? []
          : [{ memberNo: reader, answers: answersAt(2), takenAt: now - 40 * DAY_MS }]),
        ...(careful === undefined
          ? []
          : [{ memberNo: careful, answers: answersAt(0), takenAt: now - 3 * DAY_MS }]),
        ...assessed.map((memberNo, at) => ({
          memberNo,
          answers: answersAt(at),
          takenAt: now - (5 + ((at * 37) % 420)) * DAY_MS,
        })),
      ]);
    });
  }
}

function answersAt(place: number): readonly Answer[] {
  const options = ANSWERS[place % ANSWERS.length] ?? ANSWERS[0];
  return QUESTIONS.map((question, at) => ({ question, options: [options[at] ?? ''] }));
}
