import type { CampaignDetail, CampaignDraft, CampaignMember } from '@siyu/shared/contracts/campaigns';
import type { CampaignResults } from '@siyu/shared/contracts/campaign-results';
import {
  campaignChangeSentences,
  campaignChannelNames,
  campaignReasonSentences,
  campaignStopSentences,
  matchReasonNames,
} from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';

export interface NamedThings {
  /** Null: nothing is chosen yet. */
  readonly contentTitle: string | null;
  readonly segments: readonly { readonly key: string; readonly name: string }[];
  readonly groups: readonly { readonly groupId: string; readonly name: string }[];
}

/**
 * A campaign as a sentence.
 * @example '用首页推荐卡片把《三份钱》发给名下在「新朋友」里的客户，复核通过后马上发。'
 */
export function campaignSentence(
  draft: CampaignDraft,
  { contentTitle, segments, groups }: NamedThings,
): string {
  const named = (keys: readonly string[]) =>
    keys.map((key) => `「${segments.find((each) => each.key === key)?.name ?? '…'}」`).join('或');
  const content = contentTitle === null ? '一篇内容' : `《${contentTitle}》`;
  const when =
    draft.scheduledFor === null || draft.scheduledFor === ''
      ? '复核通过后马上发'
      : `${formatInstant(draft.scheduledFor)} 发`;
  const way = campaignChannelNames[draft.channel];
  if (draft.channel === 'MOMENTS_TASK')
    return `把${content}发到发送人的${way}，全部联系人都看得到，${when}。`;
  if (draft.channel === 'GROUP_POST') {
    const chosen = draft.groupIds.map(
      (id) => `「${groups.find(({ groupId }) => groupId === id)?.name ?? '…'}」`,
    );
    const where = chosen.length === 0 ? '一个客户群' : chosen.join('、');
    return `把${content}发到${where}，群里每个人都看得到，${when}。`;
  }
  const whom =
    draft.segmentKeys.length === 0 ? '名下的全部客户' : `名下在${named(draft.segmentKeys)}里的客户`;
  const but = draft.excludedSegmentKeys.length === 0 ? '' : `，在${named(draft.excludedSegmentKeys)}里的除外`;
  return `用${way}把${content}发给${whom}${but}，${when}。`;
}

/** Where a campaign stands and whose turn it is, for whoever opens it. */
export function nextStep(
  detail: Pick<
    CampaignDetail,
    'state' | 'sender' | 'preview' | 'scheduledFor' | 'stoppedFor' | 'cancelReason'
  >,
): string {
  const { state, sender, preview, scheduledFor, stoppedFor, cancelReason } = detail;
  switch (state) {
    case 'DRAFT':
      if (sender === null) return '交给一位投资顾问，由投资顾问看预览、提交复核和发送。';
      if (preview === null) return '写好以后生成预览，看清谁会收到、谁不会和为什么，再提交复核。';
      return preview.isStale
        ? '预览之后又有修改，要重新生成才能提交。'
        : '预览核对好以后提交，由合规同事复核。';
    case 'IN_REVIEW':
      return '正在等合规同事复核。现在修改会撤回这次复核。';
    case 'SCHEDULED':
      return `已通过复核，${scheduledFor === null ? '马上' : `${formatInstant(scheduledFor)} `}开始发。发出前逐位再核对一次，条件变了的不发。`;
    case 'SENDING':
      return '正在发。发出前逐位再核对一次，条件变了的不发。';
    case 'DONE':
      return '已发完。结果在下面，到统计窗口结束为止都会更新。';
    case 'CANCELLED':
      return `已取消${cancelReason === null ? '' : `：${cancelReason}`}。没有发出的都不再发。`;
    case 'STOPPED':
      return stoppedFor === null ? '已停止，没有发出的都已撤回。' : campaignStopSentences[stoppedFor];
  }
}

/** Of a product what speaks against it; of a segment or a brake its name says enough. */
const seenNames: ReadonlyMap<string, string> = new Map([
  ...Object.entries(matchReasonNames),
  ['NOTICES_DUE', '要先看过风险提示'],
  ['NOT_IN_REGISTER', '已不在产品名录里'],
]);

/** What was seen of a member, beside the reason. */
export const detailsSaid = (details: CampaignMember['details']): string =>
  details
    .map(({ code, about }) => {
      const seen = seenNames.get(code);
      return seen === undefined ? `「${about}」` : `${about}：${seen}`;
    })
    .join('，');

/** What became of those who were to get it, and every difference to the preview with the fact that changed. */
export function resultsSentence(results: CampaignResults): string {
  const { included, sent, dropped, changes, queued, unknown, failed, withdrawn } = results;
  if (sent === included && included > 0)
    return `预览里会收到的 ${formatCount(included)} 位都已发出，和预览一致。`;
  const others = [
    [queued, '等待发出'],
    [unknown, '结果未知'],
    [failed, '被平台拒绝'],
    [withdrawn, '已撤回'],
  ] as const;
  const said = [
    `已发出 ${formatCount(sent)} 位`,
    ...others.flatMap(([count, what]) => (count > 0 ? [`${what} ${formatCount(count)} 位`] : [])),
    ...(dropped > 0
      ? [
          `${formatCount(dropped)} 位在发出前条件变了，没有发（${changes
            .map(({ reason, members }) => `${campaignChangeSentences[reason]} ${formatCount(members)} 位`)
            .join('，')}）`,
        ]
      : []),
  ];
  return `预览里会收到的 ${formatCount(included)} 位：${said.join('，')}。`;
}

/** How many of the included are settled, in whole percent. */
export const settledPercent = ({ included, queued }: CampaignResults): number =>
  included === 0 ? 100 : Math.floor(((included - queued) / included) * 100);

/** @example rateSaid(3, 12) // => '25%' */
export const rateSaid = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`;

/** Why somebody gets nothing: as the preview found it, or as a fact that changed since. */
export function reasonSaid({ reason, details, delivery }: CampaignMember): string {
  const changed = delivery?.reason ?? null;
  if (delivery !== null && changed !== null)
    return joined(campaignChangeSentences[changed], detailsSaid(delivery.details));
  return reason === null ? '' : joined(campaignReasonSentences[reason], detailsSaid(details));
}

const joined = (reason: string, details: string): string =>
  details === '' ? reason : `${reason}（${details}）`;
