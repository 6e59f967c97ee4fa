import { memberFieldWords, type FieldWords } from './member-fields.zh-CN.ts';

/** What rules that award can ask, in words, by key of the field; those about the member as in segments. */
export const awardFieldWords: Readonly<Record<string, FieldWords>> = {
  ...memberFieldWords,
  contentId: { name: '这一项内容' },
  occurredOn: { name: '发生的日期' },
  rightAnswers: { name: '答对的题', unit: '题' },
  minutesAttended: { name: '观看直播的时长', unit: '分钟' },
  nthToday: { name: '当天的次数', unit: '次' },
  nthThisWeek: { name: '本周的次数', unit: '次' },
  nthEver: { name: '累计的次数', unit: '次' },
  nthOfContent: { name: '同一内容的次数', unit: '次' },
  daysSinceSame: { name: '与上一次相隔', unit: '天' },
  streakDays: { name: '连续的天数', unit: '天' },
  activeDaysIn30: { name: '近 30 天内的学习天数', unit: '天' },
  lessonsIn30: { name: '近 30 天学完的课', unit: '课' },
  quizzesIn30: { name: '近 30 天通过的测验', unit: '次' },
  livesIn30: { name: '近 30 天观看的直播', unit: '场' },
  checkInsIn30: { name: '近 30 天的签到', unit: '次' },
  feedbackIn30: { name: '近 30 天给出的反馈', unit: '次' },
};
