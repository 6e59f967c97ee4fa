import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EarningFact, EARNING_EVENTS, isEarningEvent } from '@siyu/shared/incentives';
import { In } from 'typeorm';
import { z } from 'zod';
import { type DeliveredEvent, Outbox } from '../../../platform/outbox/index.ts';
import { ENGAGEMENT_RECORDED } from '../../../records/engagement/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { Award } from './award.entity.ts';
import { AwardBatch } from './award-batch.ts';
import { EarningFactRow } from './earning-fact.entity.ts';

const CONSUMER = 'awards';
const Told = z.object({
  eventId: z.string(),
  type: z.enum(EARNING_EVENTS),
  contentId: z.string().nullable(),
  value: z.number().nullable(),
  isClockSuspect: z.boolean(),
});

/** Takes what members did to those who thank for it; what a phone reports of itself never comes here (REQ-INC-1). */
@Injectable()
export class AwardWorker implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly identity: Identity,
    private readonly batch: AwardBatch,
  ) {}

  onModuleInit(): void {
    this.outbox.onBatch(ENGAGEMENT_RECORDED, CONSUMER, { wants: mayEarn }, (tx, events) =>
      this.batch.award(tx, events.flatMap(factOf)),
    );
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      const memberNo = In([...memberNos]);
      await manager.delete(EarningFactRow, { memberNo });
      await manager.delete(Award, { memberNo });
    });
  }
}

function mayEarn(payload: object): boolean {
  const { type, source }: { type?: unknown; source?: unknown } = payload;
  return typeof type === 'string' && isEarningEvent(type) && source !== 'phone';
}

function factOf({ subjectNo, subjectSeq, occurredAt, recordedAt, payload }: DeliveredEvent): EarningFact[] {
  const { value, ...told } = Told.parse(payload);
  if (subjectNo === null || subjectSeq === null) return [];
  return [
    {
      ...told,
      memberNo: subjectNo,
      seq: subjectSeq,
      occurredAt,
      recordedAt,
      // The value of a rating is not even kept.
      value: told.type === 'consultation_rated' ? null : value,
    },
  ];
}
