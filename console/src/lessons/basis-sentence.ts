import type { ContentDraft } from '@siyu/shared/contracts/content';

/**
 * What advice rests on as its readers are told; null for education, and while nobody has said it.
 * @example basisSentence({ label: 'advice', basis: { usesReport: false, reportPublisher: '', reportOn: null } })
 * // => '依据：未引用研究报告，为署名投资顾问的分析'
 */
export function basisSentence({ label, basis }: Pick<ContentDraft, 'label' | 'basis'>): string | null {
  if (label !== 'advice' || basis === null || basis === undefined) return null;
  if (!basis.usesReport) return '依据：未引用研究报告，为署名投资顾问的分析';
  return `依据：${basis.reportPublisher} ${basis.reportOn ?? ''} 发布的研究报告`;
}
