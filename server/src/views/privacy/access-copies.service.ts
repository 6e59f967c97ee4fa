import { Injectable } from '@nestjs/common';
import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { COPY_FILE_BYTES_MAX, COPY_FILE_ROWS_MAX, COPY_SHOWN } from '@siyu/shared/contracts/privacy.limits';
import { scoreCopy } from '@siyu/shared/messages';
import { formatDay } from '@siyu/shared/time';
import { ScoreCopies } from '../../insight/scoring/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { readAdvisers } from './advisers.query.ts';
import { readArrivals } from './arrivals.query.ts';
import { readConsents } from './consents.query.ts';
import { copyCare } from './copy-care.ts';
import { copyDiscussion } from './copy-discussion.ts';
import { copyLives } from './copy-lives.ts';
import { copySuitability } from './copy-suitability.ts';
import { CopyPermits } from './copy-permits.service.ts';
import { RewardCopy } from './copy-rewards.service.ts';
import { readEventKinds } from './event-kinds.query.ts';
import { readEvents } from './events.query.ts';
import { feesPaid } from './fees-paid.ts';
import { readHoldings } from './holdings.query.ts';
import { readIdentifiers } from './identifiers.query.ts';
import { readLessons } from './lessons.query.ts';
import { maskedId } from './masked-id.ts';
import { forbidden } from './privacy.errors.ts';
import { readGroupQuestions, readGroupTimes } from './groups.query.ts';
import { readAllowed, readNotices, readWishes } from './notices.query.ts';
import { readProfile } from './profile.query.ts';
import { readQuizzes } from './quizzes.query.ts';
import { readRefusals } from './refusals.query.ts';
import type { Latest, Numbers } from './rows.ts';
import { readSignIns } from './sign-ins.query.ts';
import { type CopiedFact, readTransactionFacts } from './transaction-facts.query.ts';
import { withinBytes } from './within-bytes.ts';

const at = (instant: number): string => new Date(instant).toISOString();
const maybeAt = (instant: number | null): string | null => (instant === null ? null : at(instant));
const each = <Row, Entry>({ total, entries }: Latest<Row>, entryOf: (row: Row) => Entry) => ({
  total,
  entries: entries.map(entryOf),
});

/**
 * Everything that is kept of a member, for the member. No consent is asked for it: the right to a copy does not
 * depend on one, nor does it end while the data is restricted.
 */
@Injectable()
export class AccessCopies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly scores: ScoreCopies,
    private readonly permits: CopyPermits,
    private readonly rewards: RewardCopy,
  ) {}

  /** @throws {AppError} privacy.too_many_copies */
  async read(caller: Principal): Promise<AccessCopy> {
    const memberNo = numberOf(caller);
    await this.permits.take(caller, memberNo, 'read');
    return this.copyOf(memberNo, COPY_SHOWN);
  }

  /**
   * The same with as many single entries as the file may hold.
   * @throws {AppError} privacy.too_many_copies
   */
  async download(caller: Principal): Promise<AccessCopy> {
    const memberNo = numberOf(caller);
    await this.permits.take(caller, memberNo, 'file');
    const copy = await this.copyOf(memberNo, COPY_FILE_ROWS_MAX);
    return withinBytes(copy, COPY_FILE_BYTES_MAX);
  }

  /** @param entries of the log, of which there may be far more than of anything else */
  async copyOf(memberNo: number, limit: number, entries: number = limit): Promise<AccessCopy> {
    const [member, [, ...others]] = await Promise.all([
      this.identity.getMember(memberNo),
      this.identity.numbersOf(memberNo),
    ]);
    const numbers: Numbers = [memberNo, ...others];
    const { read } = this.database;
    const [profile, identifiers, advisers, signIns, arrivals, consents, refusals, kinds, events] =
      await Promise.all([
        readProfile(read, memberNo),
        readIdentifiers(read, numbers),
        readAdvisers(read, numbers),
        readSignIns(read, numbers, COPY_SHOWN),
        readArrivals(read, numbers, limit),
        readConsents(read, numbers, limit),
        readRefusals(read, numbers, limit),
        readEventKinds(read, numbers),
        readEvents(read, numbers, entries),
      ]);
    const [
      lessons,
      quizzes,
      notices,
      groups,
      discussion,
      lives,
      care,
      suitability,
      rewards,
      scores,
      holdings,
      facts,
    ] = await Promise.all([
      readLessons(read, numbers, limit),
      readQuizzes(read, numbers, limit),
      this.noticesOf(numbers, limit),
      this.groupsOf(numbers, limit),
      copyDiscussion(read, numbers, limit),
      copyLives(read, numbers, limit),
      copyCare(read, numbers, limit),
      copySuitability(read, numbers, limit),
      this.rewards.copyOf(numbers, limit),
      this.scores.copyOf(memberNo),
      readHoldings(read, memberNo),
      readTransactionFacts(read, numbers),
    ]);
    return {
      madeAt: at(this.clock.now()),
      profile: {
        memberId: member.memberId,
        displayName: member.displayName,
        registeredAt: at(profile.registeredAt),
        branchName: profile.branchName,
        adultStatedAt: profile.adultStatedAt === null ? null : at(profile.adultStatedAt),
        restriction:
          profile.reason === null || profile.restrictedAt === null
            ? null
            : { reason: profile.reason, restrictedAt: at(profile.restrictedAt) },
      },
      identifiers: identifiers.map(({ kind, externalId, linkedAt }) => ({
        kind,
        masked: maskedId(externalId),
        linkedAt: at(linkedAt),
      })),
      advisers: advisers.map((adviser) => ({
        ...adviser,
        boundAt: at(adviser.boundAt),
        unboundAt: maybeAt(adviser.unboundAt),
      })),
      signIns: each(signIns, ({ openedAt, expiresAt, endedAt }) => ({
        openedAt: at(openedAt),
        expiresAt: at(expiresAt),
        endedAt: maybeAt(endedAt),
      })),
      arrivals: each(arrivals, ({ kind, placement, occurredAt, isFirst }) => ({
        kind,
        placement,
        occurredAt: at(occurredAt),
        isFirst,
      })),
      consents: each(consents, (row) => ({ ...row, decidedAt: at(row.decidedAt) })),
      refusals: each(refusals, ({ conclusion, isRefused, decidedAt }) => ({
        conclusion,
        isRefused,
        decidedAt: at(decidedAt),
      })),
      kinds: kinds.map((row) => ({ ...row, firstAt: at(row.firstAt), lastAt: at(row.lastAt) })),
      events: each(events, (row) => ({
        ...row,
        occurredAt: at(row.occurredAt),
        recordedAt: at(row.recordedAt),
      })),
      lessons: each(lessons, (row) => ({
        ...row,
        readAt: at(row.readAt),
        completedAt: maybeAt(row.completedAt),
      })),
      quizzes: each(quizzes, ({ title, result, submittedAt }) => ({
        title,
        ...result,
        submittedAt: at(submittedAt),
      })),
      notices,
      groups,
      discussion,
      lives,
      care,
      suitability,
      rewards,
      scores: scoreCopy(scores).map(({ title, lines }) => ({ title, lines: [...lines] })),
      holdings,
      trades: tradesOf(facts, limit),
      fees: feesPaid(facts),
    };
  }

  private async noticesOf(numbers: Numbers, limit: number): Promise<AccessCopy['notices']> {
    const { read } = this.database;
    const [sent, wishes, allowed] = await Promise.all([
      readNotices(read, numbers, limit),
      readWishes(read, numbers),
      readAllowed(read, numbers),
    ]);
    return {
      sent: each(sent, ({ kind, said, state, plannedAt }) => ({ kind, said, state, at: at(plannedAt) })),
      wishes: wishes.map(({ kind, title, wishedAt }) => ({ kind, title, wishedAt: at(wishedAt) })),
      allowed: [...allowed],
    };
  }

  private async groupsOf(numbers: Numbers, limit: number): Promise<AccessCopy['groups']> {
    const { read } = this.database;
    const [times, questions] = await Promise.all([
      readGroupTimes(read, numbers, limit),
      readGroupQuestions(read, numbers, limit),
    ]);
    return {
      times: each(times, ({ name, tiedAt, endedAt }) => ({
        name,
        tiedAt: at(tiedAt),
        endedAt: maybeAt(endedAt),
      })),
      questions: each(questions, ({ name, text, askedAt, answer, declinedReason }) => {
        return { name, text, askedAt: at(askedAt), answer, declinedReason };
      }),
    };
  }
}

/** The guard lets in members only; one without number would be a fault of ours. */
function numberOf({ memberNo }: Principal): number {
  if (memberNo === null) throw forbidden();
  return memberNo;
}

/** What was bought, sold and held; what the firm earned by it is no act of the member's. */
function tradesOf(facts: readonly CopiedFact[], limit: number): AccessCopy['trades'] {
  const trades = facts.filter(({ kind }) => kind !== 'benefit');
  return {
    total: trades.length,
    entries: trades.slice(0, limit).map(({ kind, on, productCode, amountFen }) => ({
      kind,
      occurredOn: formatDay(on),
      productCode,
      amountFen,
    })),
  };
}
