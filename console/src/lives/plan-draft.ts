import type { LivePlan } from '@siyu/shared/contracts/live-desk';
import {
  LIVE_HOURS_MAX,
  LIVE_RISK_NOTE_MAX,
  LIVE_SCRIPT_MAX,
  LIVE_SCRIPT_MIN,
  LIVE_SUMMARY_MAX,
  LIVE_TITLE_MAX,
} from '@siyu/shared/contracts/live.limits';
import type { WordingText } from '@siyu/shared/contracts/moderation';
import { checkBasis, type Place } from '../lessons/check-draft.ts';

/** A plan that is being written: what is not chosen yet is empty. */
export const newPlan: LivePlan = {
  title: '',
  summary: '',
  label: 'education',
  platform: 'own',
  startsAt: '',
  endsAt: '',
  hostId: '',
  script: '',
  riskNote: '本场直播只作投资者教育，不构成投资建议。市场有风险，投资需谨慎。',
  quizLessonId: null,
  channels: null,
};

const FIELD_NAMES: Readonly<Record<string, string>> = {
  title: '标题',
  summary: '简介',
  label: '内容类别',
  platform: '播放方式',
  startsAt: '开始时间',
  endsAt: '结束时间',
  hostId: '主讲人',
  script: '讲稿',
  riskNote: '风险提示',
  basis: '建议的依据',
  quizLessonId: '播后小测',
  channels: '视频号',
};

/** @example planPlaceName('channels.noticeId') // => '视频号' */
export const planPlaceName = (path: string): string => {
  const [field = ''] = path.replace(/^body\./, '').split('.');
  return FIELD_NAMES[field] ?? field;
};

const length = (path: string, text: string, min: number, max: number): Place[] => {
  const { length: now } = text.trim();
  if (now < min) return [{ path, message: min === 1 ? '请填写' : `现在 ${now} 字，至少 ${min} 字` }];
  return now > max ? [{ path, message: `现在 ${now} 字，最多 ${max} 字` }] : [];
};

/** What the server would refuse in a plan, said while writing. The server remains the judge. */
export function checkPlan(plan: LivePlan): Place[] {
  const { startsAt, endsAt, platform, channels } = plan;
  const hours = (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000;
  return [
    ...length('title', plan.title, 1, LIVE_TITLE_MAX),
    ...length('summary', plan.summary, 1, LIVE_SUMMARY_MAX),
    ...(plan.hostId === '' ? [{ path: 'hostId', message: '请选择主讲人' }] : []),
    ...(startsAt === '' ? [{ path: 'startsAt', message: '请填写' }] : []),
    ...(endsAt === '' ? [{ path: 'endsAt', message: '请填写' }] : []),
    ...(hours <= 0 || hours > LIVE_HOURS_MAX
      ? [{ path: 'endsAt', message: `在开始之后，时长不超过 ${LIVE_HOURS_MAX} 小时` }]
      : []),
    ...(platform === 'channels' && plan.quizLessonId === null
      ? [{ path: 'quizLessonId', message: '视频号直播不计时，要用播后小测计算参加' }]
      : []),
    ...(platform === 'channels' && !/^sph[A-Za-z0-9]{1,29}$/.test(channels?.finderUserName ?? '')
      ? [{ path: 'channels.finderUserName', message: '以 sph 开头，可在视频号助手里找到' }]
      : []),
    ...(platform === 'channels' && (channels?.noticeId ?? '').trim() === ''
      ? [{ path: 'channels.noticeId', message: '请填写' }]
      : []),
    ...length('script', plan.script, LIVE_SCRIPT_MIN, LIVE_SCRIPT_MAX),
    ...length('riskNote', plan.riskNote, 1, LIVE_RISK_NOTE_MAX),
    ...checkBasis(plan),
  ];
}

const FIELDS = [
  'title',
  'label',
  'platform',
  'startsAt',
  'endsAt',
  'hostId',
  'summary',
  'script',
  'riskNote',
  'basis',
  'quizLessonId',
  'channels',
] as const satisfies readonly (keyof LivePlan)[];

/** The fields in which an edited plan differs from the stored one. */
export const planChanges = (stored: LivePlan, edited: LivePlan): string[] =>
  FIELDS.filter((field) => JSON.stringify(stored[field]) !== JSON.stringify(edited[field]));

/** Everything of a plan that members read or hear. */
export const textsOfPlan = ({ title, summary, script, riskNote, basis }: LivePlan): readonly WordingText[] =>
  Object.entries({
    title,
    summary,
    script,
    riskNote,
    ...(basis?.usesReport === true && { 'basis.reportPublisher': basis.reportPublisher }),
  }).map(([path, text]) => ({
    path,
    text,
    isMarkedWrong: false,
  }));
