import type { LiveDetail } from '@siyu/shared/contracts/live-desk';
import { formatCivilDay, formatInstant } from '../format/moments.ts';

/** Where a live stands and whose turn it is, for whoever opens it. */
export function nextStep({ row, filing, air }: Pick<LiveDetail, 'row' | 'filing' | 'air'>): string {
  const { state, version, startsAt, archiveDueOn } = row;
  const isFiled = filing !== null && filing.state === 'CONFIRMED' && filing.isOfThisPlan;
  const due = archiveDueOn === null ? '' : `，${formatCivilDay(archiveDueOn)}前要归档录像`;
  switch (state) {
    case 'DRAFT':
      return '提交后由合规同事复核方案和讲稿。备案可以同时登记，也要由另一位同事核对。';
    case 'IN_REVIEW':
      return `第 ${version} 版正在等合规同事复核。现在保存修改会撤回这次复核。`;
    case 'APPROVED':
      return isFiled
        ? `第 ${version} 版已通过复核，备案已核对，可以发布预告。`
        : `第 ${version} 版已通过复核，还差核对过的备案，才能发布预告。`;
    case 'ANNOUNCED':
      return `客户可以预约，计划 ${formatInstant(startsAt)} 开播。现在保存修改会关闭预约，回到草稿。`;
    case 'ON_AIR':
      return `${air === null ? '正在直播' : `${formatInstant(air.startedAt)} 开播，署名 ${air.signedName} ${air.signedNo}`}${air?.isMuted === true ? '。现在是禁言' : ''}。`;
    case 'STOPPED':
      return `合规已停播${due}。`;
    case 'ENDED':
      return `直播已结束${due}。`;
    case 'ARCHIVED':
      return '录像、发言和观众名单已经封存，不能再改。';
    case 'CANCELLED':
      return '这场直播已取消。';
  }
}
