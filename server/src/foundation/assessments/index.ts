export { AssessmentDesk } from './assessment-desk.service.ts';
export { AssessmentsModule } from './assessments.module.ts';
