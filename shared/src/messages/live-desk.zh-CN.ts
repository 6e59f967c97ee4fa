import type {
  ChatState,
  FilingState,
  LiveAct,
  LivePlatform,
  LiveState,
  LiveView,
} from '../contracts/live.limits.ts';

/** Words of live sessions, for staff. */
export const liveStateNames: Readonly<Record<LiveState, string>> = {
  DRAFT: '草稿',
  IN_REVIEW: '复核中',
  APPROVED: '已通过，待预告',
  ANNOUNCED: '已预告',
  ON_AIR: '正在直播',
  STOPPED: '已停播',
  ENDED: '已结束',
  ARCHIVED: '已归档',
  CANCELLED: '已取消',
};
export const livePlatformNames: Readonly<Record<LivePlatform, string>> = {
  own: '自有播放器',
  channels: '微信视频号',
};
export const liveViewNames: Readonly<Record<LiveView, string>> = {
  AHEAD: '筹备中',
  ON_AIR: '正在直播',
  OVER: '待归档',
  OVERDUE: '归档逾期',
  ARCHIVED: '已归档',
  CANCELLED: '已取消',
};
export const filingStateNames: Readonly<Record<FilingState, string>> = {
  WAITING: '备案待核对',
  CONFIRMED: '备案已核对',
  REFUSED: '备案被退回',
};
export const liveActNames: Readonly<Record<LiveAct, string>> = {
  EDIT: '修改方案',
  SUBMIT: '提交复核',
  APPROVE: '通过复核',
  RETURN: '退回修改',
  FILE: '登记备案',
  ANNOUNCE: '发布预告',
  CANCEL: '取消直播',
  START: '开播',
  MUTE: '禁言',
  UNMUTE: '恢复发言',
  STOP: '停播',
  END: '结束直播',
  ARCHIVE: '归档',
};
export const chatStateNames: Readonly<Record<ChatState, string>> = {
  WAITING: '待看',
  SHOWN: '已展示',
  REFUSED: '未展示',
};
