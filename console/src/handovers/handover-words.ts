import type { HandoverPerson, HandoverRow } from '@siyu/shared/contracts/handovers';
import { formatCount } from '../format/figures.ts';

/** @example '客户 32 位、客户群 2 个、渠道码账号 1 个' */
export const belongingsSaid = ({
  members,
  groups,
  accounts,
}: Pick<HandoverPerson, 'members' | 'groups' | 'accounts'>): string =>
  `客户 ${formatCount(members)} 位、客户群 ${formatCount(groups)} 个、渠道码账号 ${formatCount(accounts)} 个`;

/** Why nobody else may be chosen, and what somebody would take over. */
export const personSaid = (person: HandoverPerson): string =>
  `${person.name}${person.isServing ? '' : '（账号已停用）'} · ${belongingsSaid(person)}`;

const refusedNames = { GROUP: '个群', CONTACT: '位联系人' } as const;

/** What has gone over, and what WeCom said no to. */
export function handoverSaid(row: HandoverRow): string {
  const said = [
    `${belongingsSaid(row)}已转到${row.successor.name}名下`,
    ...(row.contacts > 0
      ? [`请企业微信转接了 ${formatCount(row.contacts)} 位联系人，客户一天内可以拒绝`]
      : []),
    ...row.refusals.map(
      ({ what, code, many }) =>
        `${formatCount(many)} ${refusedNames[what]}企业微信没有转接（错误码 ${code}），要到企业微信后台处理`,
    ),
  ];
  return `${said.join('；')}。`;
}
