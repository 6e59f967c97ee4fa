import { Injectable } from '@nestjs/common';
import type { AssessmentText } from '@siyu/shared/contracts/assessments';
import { ASSESSMENT_SUBJECT } from '@siyu/shared/contracts/assessments.limits';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { AssessmentDesk } from '../foundation/assessments/index.ts';
import { ReviewList, Reviews } from '../foundation/reviews/index.ts';
import { Clock } from '../platform/clock/index.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

interface DemoAssessment extends Omit<AssessmentText, 'assessedBy' | 'assessedOn' | 'validUntil'> {
  readonly daysAgo: number;
  readonly daysLeft: number;
}

/** One in force and one that falls due; of what is handed to platforms the demo firm has not thought yet. */
const ASSESSMENTS: readonly DemoAssessment[] = [
  {
    kind: 'SENSITIVE_DATA',
    title: '持仓与风险测评信息',
    purpose: '按持仓和风险测评结果判断内容是否适合本人，只取评分和适当性判断用得到的字段。',
    effects: '泄露后可能带来财产损失和骚扰；对投资者的判断出错会影响其看到的内容。',
    protections: '单独同意后才处理；金额分档显示，按角色遮蔽姓名；每次查阅记入留痕，导出要两个人。',
    conclusion: '处理合法、必要，措施与风险相当，可以处理；一年后重新评估。',
    daysAgo: 325,
    daysLeft: 40,
  },
  {
    kind: 'AUTOMATED_DECISION',
    title: '评分与内容排序',
    purpose: '按学习、互动和交易评分，用来排列内容和提示投资顾问，不决定价格，也不决定能否办理业务。',
    effects: '看到的内容可能变窄；评分偏差可能使一部分人较少得到服务。',
    protections: '每张卡片写明推荐的理由；可以随时改为不按个人特征排列；评分规则两人复核，可以回放。',
    conclusion: '对个人权益没有重大影响，措施有效，可以处理。',
    daysAgo: 30,
    daysLeft: 335,
  },
];

/** The register of impact assessments of the demo firm: written by one, approved by another. */
@Injectable()
export class DemoAssessments {
  constructor(
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly desk: AssessmentDesk,
    private readonly reviews: Reviews,
    private readonly reviewList: ReviewList,
  ) {}

  async load(): Promise<void> {
    const writer = await this.organisation.principalOf('securityAdmin');
    const decider = await this.organisation.principalOf('compliance');
    const today = dayOfInstant(this.clock.now());
    for (const { daysAgo, daysLeft, ...said } of ASSESSMENTS) {
      const text = {
        ...said,
        assessedBy: '严守正、苏见微',
        assessedOn: formatDay(addDays(today, -daysAgo)),
        validUntil: formatDay(addDays(today, daysLeft)),
      };
      await this.steps.once(`assessment:${said.kind}`, async (tx) => {
        await this.desk.begin(tx, writer, text);
      });
      const { rows } = await this.reviewList.listReviews({ limit: 50, state: 'OPEN' });
      const review = rows.find(({ subjectKind }) => subjectKind === ASSESSMENT_SUBJECT);
      await this.steps.once(`assessment-approved:${said.kind}`, async (tx) => {
        if (review === undefined) throw new Error(`the demo assessment ${said.kind} waits for no review`);
        const { reviewId, subjectSha256: sha256 } = review;
        const comment = '措施与现状一致，同意。';
        await this.reviews.decide(tx, { reviewId, isApproved: true, comment, sha256, decider });
      });
    }
  }
}
