import { Injectable } from '@nestjs/common';
import { addDays, dayOfInstant, startOfDay } from '@siyu/shared/time';
import { Clock } from '../platform/clock/index.ts';
import { Identity } from '../records/identity/index.ts';
import { LiveHistories, type PastLive } from '../services/live/index.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

const HOUR = 3_600_000;
const EVENING = 20 * HOUR;
const VIEWERS = 12;
const SCRIPT = `各位晚上好，欢迎来到投资者教育直播间。今天不谈具体的证券，也不谈买卖时机，只讲方法。
先看目录：定期报告分成几个部分，每个部分回答一个问题。
再看附注：数字从哪里来，口径有没有变。
最后看审计意见：会计师说了什么，没有说什么。
市场有风险，投资需谨慎。以上内容仅用于投资者教育。`;

/** Lives of the demo firm: one that members reserve, and one that is over with its figures. */
@Injectable()
export class DemoLives {
  constructor(
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly identity: Identity,
    private readonly histories: LiveHistories,
  ) {}

  /** After the members, some of whom were there. */
  async load(): Promise<void> {
    const now = this.clock.now();
    const memberNos = await this.identity.listNumbersAfter(0, VIEWERS);
    await this.steps.once('live:coming', async (tx) => {
      const told = await this.#told('读懂一份定期报告', 3, memberNos.slice(0, 8), []);
      await this.histories.announced(tx, told, now);
    });
    await this.steps.once('live:ended', async (tx) => {
      const said = ['附注确实容易跳过去', '口径变化在哪里可以看到', '谢谢老师，今天讲得很清楚'];
      await this.histories.ended(tx, await this.#told('费用是怎样一点点算出来的', -1, memberNos, said));
    });
  }

  async #told(
    title: string,
    inDays: number,
    memberNos: readonly number[],
    said: readonly string[],
  ): Promise<PastLive> {
    const staff = await this.organisation.staffByLogin();
    const host = staff.get('adviser1');
    const startsAt = startOfDay(addDays(dayOfInstant(this.clock.now()), inDays)) + EVENING;
    const iso = (at: number): string => new Date(at).toISOString();
    return {
      plan: {
        title,
        summary: '主讲人用半小时讲方法，不谈具体的证券和买卖时机，讲完回答大家的提问。',
        label: 'education',
        platform: 'own',
        startsAt: iso(startsAt),
        endsAt: iso(startsAt + HOUR),
        hostId: host?.staffId ?? '',
        script: SCRIPT,
        riskNote: '市场有风险，投资需谨慎。本场内容仅用于投资者教育，不构成投资建议。',
        quizLessonId: null,
        channels: null,
      },
      filingNo: `演示备〔${inDays > 0 ? '预' : '结'}〕1号`,
      authorId: staff.get('operator')?.staffId ?? '',
      approverId: staff.get('compliance')?.staffId ?? '',
      signed: { name: host?.name ?? '', registrationNo: host?.registrationNo ?? '' },
      memberNos,
      said,
    };
  }
}
