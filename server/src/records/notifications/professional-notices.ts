import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WHOLE_ACCOUNT } from '@siyu/shared/contracts/notifications.limits';
import { Outbox } from '../../platform/outbox/index.ts';
import { Identity } from '../identity/index.ts';
import { PROFESSIONAL_DECIDED } from '../suitability/index.ts';
import { minuteInWords } from './minute-in-words.ts';
import { Notices } from './notices.service.ts';

/** Tells members that their application was decided on (REQ-SUIT-11); which way, and why, is read in the app only. */
@Injectable()
export class ProfessionalNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly identity: Identity,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.outbox.on(PROFESSIONAL_DECIDED, 'professional-notices', async (tx, event) => {
      const { subjectNo: memberNo, occurredAt } = event;
      const { applicationId } = PROFESSIONAL_DECIDED.payload.parse(event.payload);
      // Whoever has left meanwhile is told nothing more.
      if (memberNo === null || !(await this.identity.mayProcess(memberNo, 'SERVICE'))) return;
      await this.notices.plan(tx, [memberNo], {
        kind: 'ASSESSMENT',
        subject: WHOLE_ACCOUNT,
        itemId: applicationId,
        facts: {
          event: '专业投资者申请有结果了',
          time: minuteInWords(occurredAt),
          advice: '请在「我的」里查看结果',
        },
      });
    });
  }
}
