import type { LessonRow } from '@siyu/shared/contracts/content';
import { formatInstant } from '../format/moments.ts';

interface NextStep {
  /** What can be done with the stored version now; null when it is somebody else's turn. */
  readonly act: 'submit' | 'publish' | 'unschedule' | null;
  readonly sentence: string;
}
export type PublicationAct = NextStep['act'];

/** What is looked at once more at the moment of a planned publication. */
export const LOOKED_AT = { text: '作者登记和措辞', path: '措辞和其中的课' } as const;
const WITHDRAWN = {
  text: '这份内容已撤下，客户看不到。保存修改会成为新的一版草稿。',
  path: '这条路径已撤下，其中的课程可以单独阅读。保存修改会成为新的一版草稿。',
} as const;

/** What comes next for a text or a path, and what saving a change would do, for the person who writes. */
export function nextStep(
  { state, version, scheduledFor }: Pick<LessonRow, 'state' | 'version' | 'scheduledFor'>,
  of: keyof typeof LOOKED_AT,
): NextStep {
  switch (state) {
    case 'DRAFT':
      return { act: 'submit', sentence: '提交后由合规同事复核；通过后您再发布，客户才能看到。' };
    case 'IN_REVIEW':
      return {
        act: null,
        sentence: `第 ${version} 版正在等合规同事复核。现在保存修改会撤回这次复核，需要重新提交。`,
      };
    case 'APPROVED':
      return {
        act: 'publish',
        sentence: `第 ${version} 版已通过复核，可以马上发布，也可以约定时间。现在保存修改会让它回到草稿，需要重新复核。`,
      };
    case 'SCHEDULED':
      return {
        act: 'unschedule',
        sentence: `第 ${version} 版会在 ${scheduledFor === null ? '约定的时间' : formatInstant(scheduledFor)} 自动发布；到时再核对一次${LOOKED_AT[of]}。现在保存修改会让它回到草稿。`,
      };
    case 'PUBLISHED':
      return {
        act: null,
        sentence: `第 ${version} 版正在给客户看。保存修改会成为新的一版草稿，通过复核并发布前，线上不变。`,
      };
    case 'RETIRED':
      return { act: null, sentence: '这一版已被新的一版替换，客户看不到。' };
    case 'WITHDRAWN':
      return { act: null, sentence: WITHDRAWN[of] };
  }
}
