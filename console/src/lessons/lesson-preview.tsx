import type { LessonDraft } from '@siyu/shared/contracts/content';
import { contentLabelNames } from '@siyu/shared/messages';
import { paragraphs } from './paragraphs.ts';

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

/** The lesson as a member will read it, with what a reviewer must also see: right answers and explanations. */
export function LessonPreview({ draft }: { draft: LessonDraft }) {
  return (
    <article className="preview" aria-label="课程预览">
      <div>
        <span className={`chip ${draft.label === 'advice' ? 'chip-gold' : ''}`}>
          {contentLabelNames[draft.label]}
        </span>
      </div>
      <div className="note">
        {draft.pathTitle} · 第 {draft.position} 课 · 约 {draft.minutes} 分钟
      </div>
      <h3>{draft.title}</h3>
      <p className="preview-summary">{draft.summary}</p>
      {paragraphs(draft.body).map(({ kind, text }, index) =>
        kind === 'heading' ? <h4 key={index}>{text}</h4> : <p key={index}>{text}</p>,
      )}
      <div className="preview-risk">{draft.riskNote}</div>
      <div className="note">来源：{draft.source}</div>
      <h4>小测</h4>
      <ol className="preview-quiz">
        {draft.quiz.map((each) => (
          <li key={each.questionId}>
            <div>{each.question}</div>
            {each.options.map((option, index) => (
              <div key={index} className={index === each.right ? 'right' : 'note'}>
                {LETTERS[index]}. {option}
                {index === each.right && ' ✓ 正确'}
                <div className="preview-explanation">{each.explanations[index]}</div>
              </div>
            ))}
          </li>
        ))}
      </ol>
    </article>
  );
}
