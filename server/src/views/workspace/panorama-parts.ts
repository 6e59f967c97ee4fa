import type { MemberPanorama } from '@siyu/shared/contracts/panorama';
import { epochDay, formatDay } from '@siyu/shared/time';
import { currentConsentText } from '../../records/identity/index.ts';
import type { ConsentRecord } from './list-consents.query.ts';
import type { LearningRecord } from './list-learning.query.ts';
import type { QuizRecord } from './list-quizzes.query.ts';
import type { ScoreRecord } from './list-score-history.query.ts';
import type { StageRecord } from './list-stage-history.query.ts';
import type { TieRecord } from './list-ties.query.ts';

type Part<Name extends keyof MemberPanorama> = Pick<MemberPanorama, Name>;

/** An instant as the contracts write it. */
export const iso = (instant: number): string => new Date(instant).toISOString();
const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant));
const day = (civilDay: number): string => formatDay(epochDay(civilDay));
const dayOrNull = (civilDay: number | null): string | null => (civilDay === null ? null : day(civilDay));

export const shownConsent = (row: ConsentRecord): MemberPanorama['consents'][number] => ({
  ...row,
  isTextCurrent: currentConsentText(row.purpose).version === row.textVersion,
  decidedAt: iso(row.decidedAt),
});

/** The three kinds of ties apart, each still the latest first. */
export function shownTies(ties: readonly TieRecord[]): Part<'identities' | 'merged' | 'advisers'> {
  const of = (kind: TieRecord['kind']) => ties.filter((tie) => tie.kind === kind);
  return {
    identities: of('identity').map(({ name, issuer, fromAt }) => ({
      kind: name,
      issuer: issuer ?? '',
      linkedAt: iso(fromAt),
    })),
    merged: of('merged').map(({ name, fromAt, toAt }) => ({
      memberId: name,
      validFrom: iso(fromAt),
      validTo: isoOrNull(toAt),
    })),
    advisers: of('adviser').map(({ name, fromAt, toAt }) => ({
      name,
      boundAt: iso(fromAt),
      unboundAt: isoOrNull(toAt),
    })),
  };
}

export function shownLearning(rows: readonly LearningRecord[]): Part<'completions' | 'reading' | 'paths'> {
  const of = (kind: LearningRecord['kind']) => rows.filter((row) => row.kind === kind);
  return {
    completions: of('completion').map(({ title, figure, at }) => ({
      title,
      version: figure ?? 0,
      completedAt: iso(at),
    })),
    reading: of('reading').map(({ title, figure, at }) => ({
      title,
      readPercent: figure ?? 0,
      updatedAt: iso(at),
    })),
    paths: of('path').map(({ title, at }) => ({ title, completedAt: iso(at) })),
  };
}

export const shownQuiz = ({ title, result, submittedAt }: QuizRecord): MemberPanorama['quizzes'][number] => ({
  title,
  ...result,
  submittedAt: iso(submittedAt),
});

export const shownScore = ({ groupCode, ...row }: ScoreRecord): MemberPanorama['scores'][number] => ({
  ...row,
  group: groupCode,
  fromAsOf: day(row.fromAsOf),
  toAsOf: dayOrNull(row.toAsOf),
  recordedAt: iso(row.recordedAt),
});

export const shownStage = (row: StageRecord): MemberPanorama['stages'][number] => ({
  stage: row.stage,
  reachedOn: day(row.reachedOn),
  fromAsOf: day(row.fromAsOf),
  toAsOf: dayOrNull(row.toAsOf),
});
