import type { ScheduleRefusal } from '@siyu/shared/contracts/content';
import { errorSentence } from '@siyu/shared/messages';
import { formatInstant } from '../format/moments.ts';

interface RefusalNoticeProps {
  readonly refusal: ScheduleRefusal;
  /** What the sentence of the error names. */
  readonly values: Readonly<Record<string, string>>;
}

/** Why a version did not go out at its moment; loaded where there is one, for the sentences of all errors come with it. */
export default function RefusalNotice({ refusal, values }: RefusalNoticeProps) {
  return (
    <div className="notice notice-warning" role="alert">
      {formatInstant(refusal.at)} 没有按约定发布：
      {errorSentence(refusal.code, values)}
    </div>
  );
}
