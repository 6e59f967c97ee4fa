import { Injectable } from '@nestjs/common';
import type { AdvisedMember, Book, BookQuery, BookRow } from '@siyu/shared/contracts/adviser';
import { ADVISED_ROWS_MAX } from '@siyu/shared/contracts/adviser.limits';
import { standingOf } from '@siyu/shared/suitability';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { AdvisoryContracts } from '../../records/advisory/index.ts';
import { QuestionDesk } from '../../records/communities/index.ts';
import { Identity, maskName } from '../../records/identity/index.ts';
import { InvestorStanding } from '../../records/suitability/index.ts';
import { Panorama } from './member-panorama.service.ts';
import type { MemberRecord } from './member-record.ts';
import { MemberSubjects } from './member-subject.ts';
import { MemberSuitabilities } from './member-suitability.service.ts';
import { iso } from './panorama-parts.ts';
import { Workspace } from './workspace.service.ts';

/**
 * The own book on the adviser's phone. Everything comes through the desk's own services with the phone's narrower
 * caller, so that it can show nothing that the desk would not.
 */
@Injectable()
export class AdviserBook {
  constructor(
    private readonly clock: Clock,
    private readonly workspace: Workspace,
    private readonly panorama: Panorama,
    private readonly subjects: MemberSubjects,
    private readonly suitabilities: MemberSuitabilities,
    private readonly identity: Identity,
    private readonly standing: InvestorStanding,
    private readonly contracts: AdvisoryContracts,
    private readonly questions: QuestionDesk,
  ) {}

  /** The same few statements for any page. */
  async list(caller: Principal, query: z.output<typeof BookQuery>): Promise<Book> {
    const { records, total, nextCursor } = await this.workspace.pageOf(caller, query);
    const memberNos = records.map(({ memberNo }) => memberNo);
    const [permitted, known, advised] = await Promise.all([
      this.identity.permittedPurposesOf(memberNos, ['SERVICE']),
      this.standing.ofAll(memberNos),
      this.contracts.activeAmong(memberNos),
    ]);
    const today = dayOfInstant(this.clock.now());
    const assessed = (memberNo: number): Pick<BookRow, 'standing' | 'level' | 'validUntil'> => {
      const investor = known.get(memberNo)?.investor;
      if (investor === undefined || permitted.get(memberNo)?.has('SERVICE') !== true)
        return { standing: null, level: null, validUntil: null };
      const { level, validUntil } = investor;
      return {
        standing: standingOf(investor, today),
        level,
        validUntil: validUntil === null ? null : formatDay(validUntil),
      };
    };
    return {
      rows: records.map((record) => ({
        memberId: record.memberId,
        displayName: maskedName(record),
        stage: record.stage,
        ...assessed(record.memberNo),
        isAdvised: advised.has(record.memberNo),
        lastActiveAt: record.lastActiveAt === null ? null : iso(record.lastActiveAt),
      })),
      total,
      nextCursor,
    };
  }

  /** Each part notes for itself that it was read. @throws {AppError} workspace.member_not_found */
  async get(caller: Principal, memberId: string): Promise<AdvisedMember> {
    const row = await this.workspace.getMember(caller, memberId);
    const [view, { suitability }, subject] = await Promise.all([
      this.panorama.getPanorama(caller, memberId),
      this.suitabilities.get(caller, memberId),
      this.subjects.find(caller, memberId),
    ]);
    const [score] = view.scores;
    return {
      memberId: row.memberId,
      displayName: row.displayName,
      registeredOn: row.registeredOn,
      stage: row.stage,
      isAccountLinked: row.isAccountLinked,
      lastActiveAt: row.lastActiveAt,
      withheld: { events: view.withheld.events, scores: view.withheld.scores },
      isRestricted: view.restriction !== null,
      score: score === undefined || score.toAsOf !== null ? null : shownScore(score),
      suitability,
      consents: grantedOf(view),
      engagement: view.engagement
        .slice(0, ADVISED_ROWS_MAX)
        .map(({ type, count, lastAt }) => ({ type, count, lastAt })),
      learning: view.reading
        .slice(0, ADVISED_ROWS_MAX)
        .map(({ title, readPercent, updatedAt }) => ({ title, readPercent, at: updatedAt })),
      questions:
        view.withheld.events === null
          ? await this.questions.openOf(caller.scope, subject.numbers, ADVISED_ROWS_MAX)
          : [],
    };
  }
}

type View = Awaited<ReturnType<Panorama['getPanorama']>>;

const shownScore = ({
  scoreHundredths,
  amountBand,
  frequencyBand,
  benefitBand,
  fromAsOf,
}: View['scores'][number]): AdvisedMember['score'] => ({
  scoreHundredths,
  amountBand,
  frequencyBand,
  benefitBand,
  fromDay: fromAsOf,
});

/** The first decision of a purpose is the last one that was taken. */
function grantedOf({ consents }: View): AdvisedMember['consents'] {
  const latest = new Map([...consents].reverse().map((consent) => [consent.purpose, consent]));
  return [...latest.values()].flatMap(({ purpose, isGranted, isTextCurrent }) =>
    isGranted && isTextCurrent ? [purpose] : [],
  );
}

const maskedName = ({ displayName, memberId }: MemberRecord): string =>
  displayName === null ? `客户${memberId.slice(-4).toUpperCase()}` : maskName(displayName);
