import { SAFETY_REASONS } from '@siyu/shared/contracts/elder.limits';
import { PROFESSIONAL_GROUNDS, PROFESSIONAL_STATES } from '@siyu/shared/contracts/professional.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, maybeInt, type Numbers, readLatest } from './rows.ts';

const Application = z.object({
  ground: z.enum(PROFESSIONAL_GROUNDS),
  applicationState: z.enum(PROFESSIONAL_STATES),
  experience: z.string(),
  refusal: z.string().nullable(),
  appliedAt: int,
  decidedAt: maybeInt,
  total: int,
});

/** Every application to be a professional investor, the latest first. */
export function readApplications(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof Application>>> {
  return readLatest(
    manager,
    Application,
    `SELECT ground, state AS applicationState, experience, refusal, applied_at AS appliedAt,
            decided_at AS decidedAt, COUNT(*) OVER () AS total
       FROM professional_applications WHERE member_no IN (${marks(numbers)})
      ORDER BY applied_at DESC, application_id DESC LIMIT ${limit}`,
    numbers,
  );
}

const BirthYear = z.object({ birthYear: int, statedAt: int, total: int });

/** Every year of birth that the member said, the latest first. */
export function readBirthYears(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof BirthYear>>> {
  return readLatest(
    manager,
    BirthYear,
    `SELECT birth_year AS birthYear, stated_at AS statedAt, COUNT(*) OVER () AS total
       FROM birth_year_statements WHERE member_no IN (${marks(numbers)})
      ORDER BY stated_at DESC, statement_no DESC LIMIT ${limit}`,
    numbers,
  );
}

const Safety = z.object({ safetyReason: z.enum(SAFETY_REASONS), raisedAt: int, total: int });

/** When the trusted contact was called, and why, the latest first. */
export function readSafetyNotices(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof Safety>>> {
  return readLatest(
    manager,
    Safety,
    `SELECT reason AS safetyReason, raised_at AS raisedAt, COUNT(*) OVER () AS total
       FROM safety_notices WHERE member_no IN (${marks(numbers)})
      ORDER BY raised_at DESC, notice_id DESC LIMIT ${limit}`,
    numbers,
  );
}
