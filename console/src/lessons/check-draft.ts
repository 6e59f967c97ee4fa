import type { ContentDraft, LessonDraft } from '@siyu/shared/contracts/content';
import type { PosterPicture } from '@siyu/shared/contracts/content-kinds';
import {
  CARD_TEXT_MAX,
  CARD_TITLE_MAX,
  LESSON_BODY_MAX,
  LESSON_BODY_MIN,
  LESSON_SUMMARY_MAX,
  LESSON_TITLE_MAX,
  POSTER_ALT_MAX,
  QUIZ_QUESTIONS_MAX,
  QUIZ_QUESTIONS_MIN,
  REPORT_PUBLISHER_MAX,
  REPORT_PUBLISHER_MIN,
} from '@siyu/shared/contracts/content.limits';

export interface Place {
  readonly path: string;
  readonly message: string;
}

const length = (path: string, text: string, min: number, max: number): Place[] => {
  if (text.length < min) return [{ path, message: `现在 ${text.length} 字，至少 ${min} 字` }];
  return text.length > max ? [{ path, message: `现在 ${text.length} 字，最多 ${max} 字` }] : [];
};

const range = (path: string, value: number, min: number, max: number): Place[] =>
  Number.isInteger(value) && value >= min && value <= max
    ? []
    : [{ path, message: `应是 ${min} 到 ${max} 的整数` }];

/** What the server would refuse in a draft, said while writing. The server remains the judge. */
export function checkDraft(draft: ContentDraft): Place[] {
  return [
    ...checkOwn(draft),
    ...length('source', draft.source, 2, 200),
    ...length('riskNote', draft.riskNote, 10, 300),
    ...checkBasis(draft),
  ];
}

/** What the server would refuse in the basis of advice, wherever it is said. */
export function checkBasis({ label, basis }: Pick<ContentDraft, 'label' | 'basis'>): Place[] {
  if (label !== 'advice') return [];
  if (basis === null || basis === undefined)
    return [{ path: 'basis.usesReport', message: '请选择是否引用了研究报告' }];
  if (!basis.usesReport) return [];
  const { reportPublisher, reportOn } = basis;
  return [
    ...length('basis.reportPublisher', reportPublisher, REPORT_PUBLISHER_MIN, REPORT_PUBLISHER_MAX),
    ...(reportOn === null ? [{ path: 'basis.reportOn', message: '请填写报告的发布日期' }] : []),
  ];
}

function checkOwn(draft: ContentDraft): Place[] {
  switch (draft.kind) {
    case 'lesson':
      return [
        ...checkReading(draft),
        ...(/^[a-z0-9-]{2,32}$/.test(draft.pathCode)
          ? []
          : [{ path: 'pathCode', message: '2 到 32 个小写字母、数字或短横线' }]),
        ...length('pathTitle', draft.pathTitle, 2, 30),
        ...range('position', draft.position, 1, 999),
        ...checkQuiz(draft.quiz),
      ];
    case 'article':
      return checkReading(draft);
    case 'card':
      return [
        ...length('title', draft.title, 4, CARD_TITLE_MAX),
        ...length('summary', draft.summary, 4, CARD_TEXT_MAX),
      ];
    case 'poster':
      return [...length('title', draft.title, 4, CARD_TITLE_MAX), ...checkPicture(draft.picture)];
  }
}

/** What a lesson and an article have in common: a page of text. */
function checkReading({
  title,
  summary,
  minutes,
  body,
}: Pick<LessonDraft, 'title' | 'summary' | 'minutes' | 'body'>): Place[] {
  return [
    ...length('title', title, 4, LESSON_TITLE_MAX),
    ...length('summary', summary, 4, LESSON_SUMMARY_MAX),
    ...range('minutes', minutes, 1, 60),
    ...length('body', body, LESSON_BODY_MIN, LESSON_BODY_MAX),
  ];
}

const checkPicture = ({ pictureId, alt }: PosterPicture): Place[] => [
  ...(pictureId === '' ? [{ path: 'picture.pictureId', message: '请选择一张图片' }] : []),
  ...length('picture.alt', alt, 4, POSTER_ALT_MAX),
];

function checkQuiz(quiz: LessonDraft['quiz']): Place[] {
  const count =
    quiz.length < QUIZ_QUESTIONS_MIN || quiz.length > QUIZ_QUESTIONS_MAX
      ? [
          {
            path: 'quiz',
            message: `现在 ${quiz.length} 题，应有 ${QUIZ_QUESTIONS_MIN} 到 ${QUIZ_QUESTIONS_MAX} 题`,
          },
        ]
      : [];
  const questions = quiz.flatMap((each, index) => [
    ...length(`quiz.${index}.question`, each.question, 4, 200),
    ...each.options.flatMap((option, place) => length(`quiz.${index}.options.${place}`, option, 1, 120)),
    ...each.explanations.flatMap((text, place) =>
      length(`quiz.${index}.explanations.${place}`, text, 4, 400),
    ),
    ...(each.right < each.options.length
      ? []
      : [{ path: `quiz.${index}.right`, message: '请选出正确的选项' }]),
  ]);
  return [...count, ...questions];
}
