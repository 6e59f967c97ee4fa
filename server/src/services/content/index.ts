export { basisFaultOf, basisOf, requireBasis, storedBasis } from './advice-basis.ts';
export { consentRequired } from './content.errors.ts';
export {
  LESSON_COMPLETED,
  LESSON_PUBLISHED,
  type LessonCompletedPayload,
  type LessonPublishedPayload,
} from './content.events.ts';
export { ContentModule } from './content.module.ts';
export { Content, type Learning } from './content.service.ts';
export { LessonAuthors } from './lesson-authors.ts';
export { type CardMaker, cardMakerOf, settledOf } from './glances.ts';
export { LearningHistories, type PastLesson } from './learning-histories.service.ts';
export { LessonEditing } from './lesson-editing.ts';
export { LessonPublication } from './lesson-publication.ts';
export { type LessonTopic, LessonTopics } from './lesson-topics.ts';
export { LessonReading } from './lesson-reading.ts';
export { cardOf, type PublishedContent, type PublishedLesson } from './published-content.ts';
export { type SentContent, SentContents } from './sent-contents.ts';
export { PosterPictures } from './poster-pictures.ts';
export { type GradedQuiz, QuizSubmissions } from './quiz-submissions.ts';
export { PathDesk } from './paths/path-desk.ts';
export { PathEditing } from './paths/path-editing.ts';
export { PathPublication } from './paths/path-publication.ts';
export type { Completion } from './reading-log.ts';
export { ServiceConsent } from './service-consent.ts';
