import type { AssessmentVersion } from '@siyu/shared/contracts/assessments';
import { processingKindNames } from '@siyu/shared/messages';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';

/** What one version says, as it was handed in. */
export function AssessmentFacts({ version: { text, sha256, ...version } }: { version: AssessmentVersion }) {
  const { writerName, writtenAt, deciderName, decidedAt } = version;
  return (
    <Facts
      facts={[
        ['处理活动', processingKindNames[text.kind]],
        ['目的和必要性', text.purpose],
        ['对个人权益的影响和风险', text.effects],
        ['保护措施', text.protections],
        ['结论', text.conclusion],
        ['评估人', `${text.assessedBy} · ${formatCivilDay(text.assessedOn)}`],
        ['有效至', formatCivilDay(text.validUntil)],
        ['提交', `${writerName} · ${formatInstant(writtenAt)}`],
        ...(decidedAt === null
          ? []
          : ([['复核', `${deciderName ?? ''} · ${formatInstant(decidedAt)}`]] as const)),
        ['内容指纹', sha256.slice(0, 12)],
      ]}
    />
  );
}
