export { AfbBook } from './model-schemas.ts';
export { FactsSink, type FactsMoment, type MemberFacts } from './facts-sink.ts';
export type { KeptRfe, KeptScore, KeptTie } from './kept-state.ts';
export { ScoreTrials, type Trial } from './score-trial.ts';
export { ScoreCopies } from './score-copies.ts';
export { ScoreDueWorker } from './score-due.worker.ts';
export { ScoringModels } from './scoring-models.ts';
export { ScoringModule } from './scoring.module.ts';
export { Scoring } from './scoring.service.ts';
