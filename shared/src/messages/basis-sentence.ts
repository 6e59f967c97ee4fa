import type { AdviceBasis } from '../contracts/content-kinds.ts';
import { fillTemplate } from './fill-template.ts';

/** What readers are told of what advice rests on. */
export const basisWords = {
  report: '依据：{publisher} {date}发布的研究报告',
  own: '依据：未引用研究报告，为署名投资顾问的分析',
} as const;

/** What advice rests on, with the whole day, for a text that is kept (REQ-ADV-4): 依据：某研究所 2026年11月20日发布的研究报告 */
export function basisSentence({ usesReport, reportPublisher, reportOn }: AdviceBasis): string {
  if (!usesReport) return basisWords.own;
  const [year = '', month = '', date = ''] = (reportOn ?? '').split('-');
  const day = reportOn === null ? '' : `${year}年${Number(month)}月${Number(date)}日`;
  return fillTemplate(basisWords.report, { publisher: reportPublisher, date: day });
}
