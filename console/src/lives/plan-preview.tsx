import type { LivePlan } from '@siyu/shared/contracts/live-desk';
import { contentLabelNames, livePlatformNames } from '@siyu/shared/messages';
import { Link } from 'react-router';
import { lessonsPage } from '../app/pages.ts';
import { formatInstant } from '../format/moments.ts';
import { basisOfDraft } from '../lessons/basis-of-draft.ts';

interface PlanPreviewProps {
  readonly plan: LivePlan;
  readonly hostName: string;
  readonly hostRegistrationNo: string | null;
}

const momentOf = (instant: string): string => (instant === '' ? '时间没有填' : formatInstant(instant));

/** The announcement as a member will read it, with what a reviewer must also see: the script. */
export function PlanPreview({ plan, hostName, hostRegistrationNo }: PlanPreviewProps) {
  const { title, summary, label, platform, startsAt, endsAt, riskNote, script, quizLessonId } = plan;
  const basis = basisOfDraft(plan);
  return (
    <article className="preview" aria-label="直播预览">
      <div>
        <span className={`chip ${label === 'advice' ? 'chip-gold' : ''}`}>{contentLabelNames[label]}</span>
      </div>
      <h3>{title === '' ? '标题没有填' : title}</h3>
      <div className="note">
        {momentOf(startsAt)} 到 {momentOf(endsAt)} · {livePlatformNames[platform]}
      </div>
      <div className="note">
        {hostName === '' ? '主讲人没有选' : `${hostName} 登记编码 ${hostRegistrationNo ?? '没有'}`}
      </div>
      <p className="preview-summary">{summary}</p>
      <div className="preview-risk">{riskNote}</div>
      {basis !== null && <div className="note">{basis}</div>}
      <div className="note">
        {quizLessonId === null ? (
          '没有播后小测'
        ) : (
          <>
            播后小测：<Link to={`${lessonsPage.path}/${quizLessonId}`}>打开这一课</Link>
          </>
        )}
      </div>
      <h4>讲稿（只给同事看）</h4>
      <p>{script}</p>
    </article>
  );
}
