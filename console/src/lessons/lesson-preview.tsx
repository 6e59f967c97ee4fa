import type { ContentDraft, LessonDraft } from '@siyu/shared/contracts/content';
import type { ArticleDraft } from '@siyu/shared/contracts/content-kinds';
import { contentKindNames, contentLabelNames } from '@siyu/shared/messages';
import { basisOfDraft } from './basis-of-draft.ts';
import { paragraphs } from './paragraphs.ts';
import { PosterPreview } from './poster-picture.tsx';
import { TargetName } from './target-field.tsx';

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

/** A draft as a member will meet it, with what a reviewer must also see: right answers and explanations. */
export function DraftPreview({ draft }: { readonly draft: ContentDraft }) {
  return (
    <article className="preview" aria-label={`${contentKindNames[draft.kind]}预览`}>
      <div>
        <span className={`chip ${draft.label === 'advice' ? 'chip-gold' : ''}`}>
          {contentLabelNames[draft.label]}
        </span>
      </div>
      <Body draft={draft} />
    </article>
  );
}

function Body({ draft }: { readonly draft: ContentDraft }) {
  switch (draft.kind) {
    case 'lesson':
      return (
        <>
          <div className="note">
            {draft.pathTitle} · 第 {draft.position} 课 · 约 {draft.minutes} 分钟
          </div>
          <Reading draft={draft} />
          <Quiz quiz={draft.quiz} />
        </>
      );
    case 'article':
      return (
        <>
          <div className="note">文章 · 约 {draft.minutes} 分钟</div>
          <Reading draft={draft} />
        </>
      );
    case 'card':
      return (
        <>
          <h3>{draft.title}</h3>
          <p>{draft.summary}</p>
          <Foot draft={draft} />
        </>
      );
    case 'poster':
      return (
        <>
          <h3>{draft.title}</h3>
          <PosterPreview picture={draft.picture} />
          {draft.picture.alt !== '' && <div className="note">图片说明：{draft.picture.alt}</div>}
          <Foot draft={draft} />
        </>
      );
  }
}

function Reading({ draft }: { readonly draft: LessonDraft | ArticleDraft }) {
  return (
    <>
      <h3>{draft.title}</h3>
      <p className="preview-summary">{draft.summary}</p>
      {paragraphs(draft.body).map(({ kind, text }, index) =>
        kind === 'heading' ? <h4 key={index}>{text}</h4> : <p key={index}>{text}</p>,
      )}
      <RiskAndSource draft={draft} />
    </>
  );
}

/** What stands below a card or a poster. */
function Foot({ draft }: { readonly draft: Extract<ContentDraft, { readonly targetId: string | null }> }) {
  return (
    <>
      {draft.targetId !== null && <TargetName targetId={draft.targetId} />}
      <RiskAndSource draft={draft} />
    </>
  );
}

function RiskAndSource({ draft }: { readonly draft: ContentDraft }) {
  const { riskNote, source } = draft;
  const basis = basisOfDraft(draft);
  return (
    <>
      {riskNote !== '' && <div className="preview-risk">{riskNote}</div>}
      {source !== '' && <div className="note">来源：{source}</div>}
      {basis !== null && <div className="note">{basis}</div>}
    </>
  );
}

function Quiz({ quiz }: Pick<LessonDraft, 'quiz'>) {
  return (
    <>
      <h4>小测</h4>
      <ol className="preview-quiz">
        {quiz.map((each) => (
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
    </>
  );
}
