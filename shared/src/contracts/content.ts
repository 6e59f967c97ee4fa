import { z } from 'zod';
import {
  AdviceBasis,
  ArticleCard,
  ArticleDraft,
  CardDraft,
  ContentTarget,
  PosterCard,
  PosterDraft,
  Published,
  ShortCard,
} from './content-kinds.ts';
import {
  CONTENT_KINDS,
  CONTENT_LABELS,
  CORRECTION_MAX,
  CORRECTION_MIN,
  LESSON_BODY_MAX,
  LESSON_BODY_MIN,
  LESSON_STATES,
  LESSON_SUMMARY_MAX,
  LESSON_TITLE_MAX,
  QUIZ_OPTIONS_MAX,
  QUIZ_OPTIONS_MIN,
  QUIZ_QUESTIONS_MAX,
  QUIZ_QUESTIONS_MIN,
  WITHDRAWAL_REASON_MAX,
} from './content.limits.ts';
import { CARRIES, CivilDay, ContentId, Cursor, Instant, PageQuery, PublicId } from './primitives.ts';
import { GROUPS, STAGES } from './scoring.limits.ts';

// --- what a member sees

export const LessonCard = z
  .object({
    kind: z.literal('lesson'),
    ...Published,
    pathCode: z.string(),
    pathTitle: z.string(),
    /** Position inside the path, from 1. */
    position: z.number().int(),
    summary: z.string(),
    minutes: z.number().int(),
    readPercent: z.number().int(),
    isCompleted: z.boolean(),
  })
  .meta({ id: 'LessonCard' });
export type LessonCard = z.infer<typeof LessonCard>;
/** Any published item as it stands in a list. */
export const ContentCard = z
  .discriminatedUnion('kind', [LessonCard, ArticleCard, ShortCard, PosterCard])
  .meta({ id: 'ContentCard' });
export type ContentCard = z.infer<typeof ContentCard>;

/** How much of a path, or of everything, one member has finished. */
const Finished = { completed: z.number().int(), total: z.number().int() };
export const LessonPage = z
  .object({
    lessons: z.array(LessonCard),
    nextCursor: Cursor.nullable(),
    /** Over all lessons, not of this page only. */
    ...Finished,
    /** The paths that this page shows a lesson of, each counted whole; the one without a code holds what is in none. */
    paths: z.array(
      z.object({
        pathCode: z.string(),
        summary: z.string(),
        /** Its named parts in their order; none where it has no parts. */
        courses: z.array(z.object({ title: z.string(), lessonIds: z.array(ContentId), ...Finished })),
        ...Finished,
      }),
    ),
  })
  .meta({ id: 'LessonPage' });
export type LessonPage = z.infer<typeof LessonPage>;

export const LessonQuery = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(50).default(10),
  /** Lessons of this path only; a path nobody knows has none. */
  pathCode: z.string().max(32).optional(),
});
export type LessonQuery = z.input<typeof LessonQuery>;

/** What is read on the page of a lesson or an article. */
const Text = {
  paragraphs: z.array(z.object({ kind: z.enum(['heading', 'text']), text: z.string() })),
  source: z.string(),
  /** Null for education, and for advice from before it was asked. */
  basis: AdviceBasis.nullable(),
  reviewedOn: CivilDay,
  riskNote: z.string(),
  author: z.object({ name: z.string(), registrationNo: z.string().nullable() }),
};
export const Lesson = LessonCard.extend({
  ...Text,
  contentSha256: z.string(),
  quiz: z.array(z.object({ questionId: z.string(), question: z.string(), options: z.array(z.string()) })),
}).meta({ id: 'Lesson' });
export type Lesson = z.infer<typeof Lesson>;
export const Article = ArticleCard.extend({ ...Text, contentSha256: z.string() }).meta({ id: 'Article' });
export type Article = z.infer<typeof Article>;
export const LessonOrArticle = z
  .discriminatedUnion('kind', [Lesson, Article])
  .meta({ id: 'LessonOrArticle' });
export type LessonOrArticle = z.infer<typeof LessonOrArticle>;

/** The latest first. */
export const ArticlePage = z
  .object({ articles: z.array(ArticleCard), nextCursor: Cursor.nullable() })
  .meta({ id: 'ArticlePage' });
export type ArticlePage = z.infer<typeof ArticlePage>;
export const ArticleQuery = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export type ArticleQuery = z.input<typeof ArticleQuery>;

const SHARED = {
  kind: true,
  lessonId: true,
  label: true,
  title: true,
  minutes: true,
  publishedOn: true,
  firmName: true,
  paragraphs: true,
  source: true,
  basis: true,
  reviewedOn: true,
  riskNote: true,
  author: true,
} as const;
/** A published text as anybody reads it who opens it from Moments, and nothing of any member. */
export const SharedLesson = z
  .discriminatedUnion('kind', [
    Lesson.pick({ ...SHARED, pathTitle: true, position: true }),
    Article.pick(SHARED),
  ])
  .meta({ id: 'SharedLesson' });
export type SharedLesson = z.infer<typeof SharedLesson>;

export const RecordProgress = z
  .object({ readPercent: z.number().int().min(0).max(100) })
  .meta({ id: 'RecordProgress' });
export type RecordProgress = z.infer<typeof RecordProgress>;

/** Finishing a lesson; repeatable, takes effect once per member and lesson. */
export const CompleteLesson = z
  .object({
    readPercent: z.number().int().min(0).max(100),
    hasSeenLastParagraph: z.boolean(),
    occurredAt: Instant,
  })
  .meta({ id: 'CompleteLesson' });
export type CompleteLesson = z.infer<typeof CompleteLesson>;
export const LessonCompletion = z
  .object({
    lessonId: ContentId,
    completedAt: Instant,
    isFirst: z.boolean(),
    nextLesson: LessonCard.nullable(),
  })
  .meta({ id: 'LessonCompletion' });
export type LessonCompletion = z.infer<typeof LessonCompletion>;

export const SubmitQuiz = z
  .object({
    /** UUIDv7 made on the phone: a repeat returns the first result. */
    submissionId: PublicId,
    answers: z
      .array(z.object({ questionId: z.string().max(32), option: z.number().int().min(0).max(9) }))
      .min(1)
      .max(QUIZ_QUESTIONS_MAX),
  })
  .meta({ id: 'SubmitQuiz' });
export type SubmitQuiz = z.infer<typeof SubmitQuiz>;
export const QuizResult = z
  .object({
    submissionId: PublicId,
    correct: z.number().int(),
    total: z.number().int(),
    answers: z.array(
      z.object({
        questionId: z.string(),
        chosen: z.number().int().nullable(),
        right: z.number().int(),
        isCorrect: z.boolean(),
        /** Why the right option is right. */
        explanation: z.string(),
        /** What is to be said of the chosen one; null when nothing was chosen, or long ago. */
        chosenExplanation: z.string().nullable().default(null),
      }),
    ),
  })
  .meta({ id: 'QuizResult' });
export type QuizResult = z.infer<typeof QuizResult>;

/** What is told of a lesson that the member read and that was withdrawn. */
export const Correction = z
  .object({
    correctionId: PublicId,
    title: z.string().meta({ [CARRIES]: 'ADVICE' }),
    correction: z.string(),
    withdrawnAt: Instant,
    isSeen: z.boolean(),
  })
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof Correction>;
export const CorrectionPage = z
  .object({ corrections: z.array(Correction), nextCursor: Cursor.nullable() })
  .meta({ id: 'CorrectionPage' });
export type CorrectionPage = z.infer<typeof CorrectionPage>;
export const CorrectionQuery = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(20).default(20),
});
export type CorrectionQuery = z.input<typeof CorrectionQuery>;

// --- what staff write

const question = {
  questionId: z.string().min(1).max(32),
  question: z.string().min(4).max(200),
  options: z.array(z.string().min(1).max(120)).min(QUIZ_OPTIONS_MIN).max(QUIZ_OPTIONS_MAX),
  right: z
    .number()
    .int()
    .min(0)
    .max(QUIZ_OPTIONS_MAX - 1),
};
const Explanation = z.string().min(4).max(400);
export const QuizQuestion = z
  .object({
    ...question,
    /** One for each option, in their order: why it is right, or what is wrong with it. */
    explanations: z.array(Explanation).min(QUIZ_OPTIONS_MIN).max(QUIZ_OPTIONS_MAX),
  })
  .refine(({ options, explanations }) => options.length === explanations.length, {
    path: ['explanations'],
    message: '每个选项各有一条解释',
  });
/** As questions were written before each option had an explanation of its own; such lessons are still read. */
export const SingleExplanationQuestion = z.object({ ...question, explanation: Explanation });

export const LessonDraft = z
  .object({
    /** A file of a lesson needs not say so. */
    kind: z.literal('lesson').default('lesson'),
    pathCode: z.string().regex(/^[a-z0-9-]{2,32}$/),
    pathTitle: z.string().min(2).max(30),
    position: z.number().int().min(1).max(999),
    title: z.string().min(4).max(LESSON_TITLE_MAX),
    summary: z.string().min(4).max(LESSON_SUMMARY_MAX),
    minutes: z.number().int().min(1).max(60),
    /** Plain text: blank lines part paragraphs, a line starting with `## ` is a heading. */
    body: z.string().min(LESSON_BODY_MIN).max(LESSON_BODY_MAX),
    source: z.string().min(2).max(200),
    riskNote: z.string().min(10).max(300),
    stages: z.array(z.enum(STAGES)).max(STAGES.length),
    groups: z.array(z.enum(GROUPS)).max(GROUPS.length),
    quiz: z.array(QuizQuestion).min(QUIZ_QUESTIONS_MIN).max(QUIZ_QUESTIONS_MAX),
    /** Texts from before there were labels are education. */
    label: z.enum(CONTENT_LABELS).default('education'),
    /** Of advice only. */
    basis: AdviceBasis.nullish(),
  })
  .meta({ id: 'LessonDraft' });
export type LessonDraft = z.infer<typeof LessonDraft>;
/** A text of any kind as staff write it. */
export const ContentDraft = z
  .discriminatedUnion('kind', [LessonDraft, ArticleDraft, CardDraft, PosterDraft])
  .meta({ id: 'ContentDraft' });
export type ContentDraft = z.infer<typeof ContentDraft>;

/** A version that did not go to members at its moment; the code is that of an error. */
export const ScheduleRefusal = z.object({ code: z.string(), at: Instant });
export type ScheduleRefusal = z.infer<typeof ScheduleRefusal>;

export const LessonRow = z
  .object({
    lessonId: ContentId,
    kind: z.enum(CONTENT_KINDS),
    version: z.number().int(),
    title: z.string(),
    /** Of a lesson; empty and 0 for what is in no path. */
    pathTitle: z.string(),
    position: z.number().int(),
    state: z.enum(LESSON_STATES),
    authorName: z.string(),
    updatedAt: Instant,
    publishedAt: Instant.nullable(),
    contentSha256: z.string(),
    reviewId: PublicId.nullable(),
    label: z.enum(CONTENT_LABELS),
    /** When it is to go to the members by itself. */
    scheduledFor: Instant.nullable(),
    /** Why it did not at that moment. */
    refusal: ScheduleRefusal.nullable(),
  })
  .meta({ id: 'LessonRow' });
export type LessonRow = z.infer<typeof LessonRow>;
export const LessonRows = z
  .object({ rows: z.array(LessonRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'LessonRows' });
export type LessonRows = z.infer<typeof LessonRows>;
/** A lesson taken away from members, and how far its readers have been told. */
export const LessonWithdrawal = z
  .object({
    version: z.number().int(),
    reason: z.string(),
    correction: z.string(),
    withdrawnBy: z.string(),
    withdrawnAt: Instant,
    told: z.number().int(),
    seen: z.number().int(),
    /** Not all have been told yet. */
    isTelling: z.boolean(),
  })
  .meta({ id: 'LessonWithdrawal' });
export type LessonWithdrawal = z.infer<typeof LessonWithdrawal>;
export const WithdrawLesson = z
  .object({
    /** For the house only. */
    reason: z.string().trim().min(2).max(WITHDRAWAL_REASON_MAX),
    /** For everybody who read it. */
    correction: z.string().trim().min(CORRECTION_MIN).max(CORRECTION_MAX),
  })
  .meta({ id: 'WithdrawLesson' });
export type WithdrawLesson = z.infer<typeof WithdrawLesson>;

/** Who read a lesson, without names. */
export const LessonReaders = z
  .object({
    readers: z.array(
      z.object({
        member: z.object({ memberId: PublicId, displayName: z.string() }),
        readPercent: z.number().int(),
        isFinished: z.boolean(),
        lastReadAt: Instant,
      }),
    ),
    total: z.number().int(),
    nextCursor: Cursor.nullable(),
  })
  .meta({ id: 'LessonReaders' });
export type LessonReaders = z.infer<typeof LessonReaders>;
export const LessonReadersQuery = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(50).default(50),
});
export type LessonReadersQuery = z.input<typeof LessonReadersQuery>;

export const LessonDetail = z
  .object({
    row: LessonRow,
    draft: ContentDraft,
    /** What a card or a poster leads to, while it is published. */
    target: ContentTarget.nullable(),
    lastReview: z
      .object({ isApproved: z.boolean(), comment: z.string(), reviewerName: z.string(), decidedAt: Instant })
      .nullable(),
    /** The last one, also when a newer version is published again. */
    withdrawal: LessonWithdrawal.nullable(),
  })
  .meta({ id: 'LessonDetail' });
export type LessonDetail = z.infer<typeof LessonDetail>;

export const SchedulePublication = z.object({ publishAt: Instant }).meta({ id: 'SchedulePublication' });
export type SchedulePublication = z.infer<typeof SchedulePublication>;

export const LessonListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  state: z.enum(LESSON_STATES).optional(),
  kind: z.enum(CONTENT_KINDS).optional(),
  search: z.string().max(60).optional(),
});
export type LessonListQuery = z.input<typeof LessonListQuery>;
