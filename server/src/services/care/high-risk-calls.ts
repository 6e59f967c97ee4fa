import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PurchaseClearances } from '../../records/suitability/index.ts';
import { FollowUpCalls } from './follow-up-calls.ts';

/** Whoever was let buy a product of high risk is called once more (REQ-SUIT-4). */
@Injectable()
export class HighRiskCalls implements OnModuleInit {
  constructor(
    private readonly clearances: PurchaseClearances,
    private readonly calls: FollowUpCalls,
  ) {}

  onModuleInit(): void {
    this.clearances.onHighRisk((tx, { decisionId, memberNo }) =>
      this.calls.order(tx, 'system', {
        orderKey: `high-risk:${decisionId}`,
        memberNo,
        reason: 'SUITABILITY',
        note: '客户获准购买高风险产品，请回访确认本人意愿。',
      }),
    );
  }
}
