import type { LessonRow } from '@siyu/shared/contracts/content';
import { errorSentence } from '@siyu/shared/messages';
import { formatInstant } from '../format/moments.ts';

interface RefusalNoticeProps {
  readonly refusal: NonNullable<LessonRow['refusal']>;
  readonly authorName: string;
}

/** Why a text did not go out at its moment; loaded where there is one, for the sentences of all errors come with it. */
export default function RefusalNotice({ refusal, authorName }: RefusalNoticeProps) {
  return (
    <div className="notice notice-warning" role="alert">
      {formatInstant(refusal.at)} 没有按约定发布：
      {errorSentence(refusal.code, { name: authorName, count: '若干' })}
    </div>
  );
}
