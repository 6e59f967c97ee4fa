import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WHOLE_ACCOUNT } from '@siyu/shared/contracts/notifications.limits';
import { Outbox } from '../../platform/outbox/index.ts';
import { Identity } from '../identity/index.ts';
import { ASSESSMENT_MOVED, type AssessmentMoved } from '../suitability/index.ts';
import { minuteInWords } from './minute-in-words.ts';
import { Notices } from './notices.service.ts';

/** What is said of a move, and what to do next. The level itself is read in the app only. */
const SAID = {
  RELEASED: ['风险测评已核实', '请打开小程序查看结果'],
  REFUSED: ['风险测评没有通过核实', '请打开小程序重新测评'],
  FALLS_DUE: ['风险测评快到期了', '到期前请重新测评'],
  EXPIRED: ['风险测评已过期', '请打开小程序重新测评'],
} as const;
const CHANGED = ['风险测评等级有变化', '请打开小程序查看'] as const;

/** Tells members that their level has changed and that an assessment runs out (REQ-SUIT-8), asked for or not. */
@Injectable()
export class AssessmentNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly identity: Identity,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.outbox.on(ASSESSMENT_MOVED, 'assessment-notices', async (tx, event) => {
      const { subjectNo: memberNo, occurredAt } = event;
      const { assessmentId, move, isLevelChanged } = ASSESSMENT_MOVED.payload.parse(event.payload);
      const said = sayingOf(move, isLevelChanged);
      // Whoever has left meanwhile is told nothing more.
      if (said === null || memberNo === null || !(await this.identity.mayProcess(memberNo, 'SERVICE')))
        return;
      const [what, advice] = said;
      await this.notices.plan(tx, [memberNo], {
        kind: 'ASSESSMENT',
        subject: WHOLE_ACCOUNT,
        itemId: `${assessmentId}:${move}`,
        facts: { event: what, time: minuteInWords(occurredAt), advice },
      });
    });
  }
}

function sayingOf(move: AssessmentMoved['move'], isLevelChanged: boolean): readonly [string, string] | null {
  if (move === 'HANDED_IN' || move === 'CONFIRMED') return isLevelChanged ? CHANGED : null;
  return SAID[move];
}
