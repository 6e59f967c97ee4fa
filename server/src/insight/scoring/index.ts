export { FactsSink, type KeptScore, type MemberFacts } from './facts-sink.ts';
export { ScoreDueWorker } from './score-due.worker.ts';
export { ScoringModule } from './scoring.module.ts';
export { Scoring } from './scoring.service.ts';
