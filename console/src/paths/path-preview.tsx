import type { PathDraft, PathLesson } from '@siyu/shared/contracts/paths';
import { contentLabelNames } from '@siyu/shared/messages';

interface PathPreviewProps {
  readonly draft: PathDraft;
  readonly lessons: ReadonlyMap<string, PathLesson>;
}

/** The path as a member finds it in the school; what members cannot read now is not shown. */
export function PathPreview({ draft, lessons }: PathPreviewProps) {
  const courses = draft.courses.map(({ title, lessonIds }) => ({
    title,
    shown: lessonIds.flatMap((lessonId) => {
      const lesson = lessons.get(lessonId);
      return lesson?.isPublished === true ? [lesson] : [];
    }),
  }));
  const order = courses.flatMap(({ shown }) => shown);
  return (
    <article className="preview" aria-label="路径预览">
      <div className="note">学堂</div>
      <h3>{draft.title}</h3>
      {draft.summary !== '' && <p className="preview-summary">{draft.summary}</p>}
      <div className="note">0 / {order.length} 课</div>
      {courses.map(({ title, shown }, index) => (
        <section key={index}>
          {courses.length > 1 && shown.length > 0 && <h4>{title}</h4>}
          {shown.map((lesson) => (
            <p key={lesson.lessonId}>
              {order.indexOf(lesson) + 1}. {lesson.title}
              <span className="note">
                {' '}
                · 图文 {lesson.minutes} 分钟
                {lesson.label === 'advice' && ` · ${contentLabelNames.advice}`}
              </span>
            </p>
          ))}
        </section>
      ))}
      {order.length === 0 && <p className="note">还没有客户能读的课。</p>}
    </article>
  );
}
