import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { epochDay, formatDay } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { readAssessments, readStatements } from './assessments.query.ts';
import { readApplications, readBirthYears, readSafetyNotices } from './investor-care.query.ts';
import { readAskings, readConfirmations } from './product-askings.query.ts';
import type { Numbers } from './rows.ts';

const at = (instant: number): string => new Date(instant).toISOString();

/** What the member answered of the own situation, what it made, and what they said of it. */
export async function copySuitability(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<AccessCopy['suitability']> {
  const [assessments, statements, applications, birthYears, notices, askings, confirmations] =
    await Promise.all([
      readAssessments(manager, numbers, limit),
      readStatements(manager, numbers, limit),
      readApplications(manager, numbers, limit),
      readBirthYears(manager, numbers, limit),
      readSafetyNotices(manager, numbers, limit),
      readAskings(manager, numbers, limit),
      readConfirmations(manager, numbers, limit),
    ]);
  return {
    assessments: {
      total: assessments.total,
      entries: assessments.entries.map(({ level, score, answers, takenAt, validUntil, confirmedAt }) => ({
        level,
        score,
        takenAt: at(takenAt),
        confirmedAt: confirmedAt === null ? null : at(confirmedAt),
        validUntil: formatDay(epochDay(validUntil)),
        answers: [...answers],
      })),
    },
    statements: {
      total: statements.total,
      entries: statements.entries.map(({ statement, statedAt }) => ({ statement, statedAt: at(statedAt) })),
    },
    applications: {
      total: applications.total,
      entries: applications.entries.map(
        ({ ground, applicationState, experience, refusal, appliedAt, decidedAt }) => ({
          ...{ ground, applicationState, experience, refusal },
          appliedAt: at(appliedAt),
          decidedAt: decidedAt === null ? null : at(decidedAt),
        }),
      ),
    },
    birthYears: {
      total: birthYears.total,
      entries: birthYears.entries.map(({ birthYear, statedAt }) => ({ birthYear, statedAt: at(statedAt) })),
    },
    safetyNotices: {
      total: notices.total,
      entries: notices.entries.map(({ safetyReason, raisedAt }) => ({
        safetyReason,
        raisedAt: at(raisedAt),
      })),
    },
    askings: {
      total: askings.total,
      entries: askings.entries.map(({ product, namedAt }) => ({ product, namedAt: at(namedAt) })),
    },
    confirmations: {
      total: confirmations.total,
      entries: confirmations.entries.map(({ product, noticeText, answers, confirmedAt }) => ({
        product,
        noticeText,
        answers: [...answers],
        confirmedAt: at(confirmedAt),
      })),
    },
  };
}
