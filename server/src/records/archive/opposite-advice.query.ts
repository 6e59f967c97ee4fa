import { dayOfInstant, startOfDay } from '@siyu/shared/time';
import { Between, type EntityManager, In } from 'typeorm';
import { ArchiveFinding } from './archive-finding.entity.ts';

const DAY_MS = 86_400_000;
/** Findings of one page's securities on its days; far more than a firm's staff say. */
const ROWS_MAX = 500;

/**
 * Who said the opposite of each finding: another member of staff, about the same security, on the same day in
 * Shanghai. By the id of the finding; those nobody contradicts are absent.
 */
export async function listOppositeUsers(
  manager: EntityManager,
  findings: readonly ArchiveFinding[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stances = findings.filter(({ security }) => security !== null);
  if (stances.length === 0) return new Map();
  const times = stances.map(({ sentAt }) => sentAt);
  const from = startOfDay(dayOfInstant(Math.min(...times)));
  const to = startOfDay(dayOfInstant(Math.max(...times))) + DAY_MS - 1;
  const others = await manager.find(ArchiveFinding, {
    where: {
      security: In([...new Set(stances.map(({ security }) => security))]),
      sentAt: Between(from, to),
    },
    order: { sentAt: 'ASC' },
    take: ROWS_MAX,
  });
  const found = stances.map((finding) => {
    const against = others.filter((other) => isOpposite(finding, other));
    return [finding.findingId, [...new Set(against.map(({ wecomUserId }) => wecomUserId))]] as const;
  });
  return new Map(found.filter(([, users]) => users.length > 0));
}

const isOpposite = (one: ArchiveFinding, other: ArchiveFinding): boolean =>
  one.security === other.security &&
  one.direction !== other.direction &&
  one.wecomUserId !== other.wecomUserId &&
  dayOfInstant(one.sentAt) === dayOfInstant(other.sentAt);
