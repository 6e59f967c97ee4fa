import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import type { ServerEventType } from '@siyu/shared/contracts/engagement.limits';
import type { CountingRules, DatedFact, Purchase, RelationHistory, TieFact } from '@siyu/shared/rfm';
import { dayOfInstant, epochDay } from '@siyu/shared/time';
import { Organisation } from '../../foundation/organisation/index.ts';
import { type GroupTime, GroupTies } from '../../records/communities/index.ts';
import { Engagement, type DayCount } from '../../records/engagement/index.ts';
import { Conclusions, Identity } from '../../records/identity/index.ts';
import { Transactions } from '../../records/transactions/index.ts';
import { Content, type Learning } from '../../services/content/index.ts';
import { noEvidence, RelationEvidenceSource, type RelationEvidence } from './relation-evidence.ts';
import type { ScoringInput } from './scoring-input.ts';

/**
 * Kinds of interaction that can move a stage. Only what the server itself has seen happen: reading and sharing
 * are told by the phone, and a phone could tell anything.
 */
const RELATION_KINDS: readonly ServerEventType[] = [
  'lesson_completed',
  'quiz_submitted',
  'adviser_bound',
  'group_joined',
];

const NOTHING: ScoringInput['refused'] = new Set();

type MemberFacts = Pick<ScoringInput, 'purchases' | 'days' | 'relation' | 'lessonsCompleted'>;
type AdviserTie = Awaited<ReturnType<Identity['tiesOf']>>[number];

/** What is known under each number: facts stay where they were written, whoever they are read as. */
interface FactsByNumber {
  readonly days: ReadonlyMap<number, readonly DayCount[]>;
  readonly purchases: ReadonlyMap<number, readonly Purchase[]>;
  readonly learning: ReadonlyMap<number, Learning>;
  readonly ties: ReadonlyMap<number, readonly AdviserTie[]>;
  readonly groupTimes: ReadonlyMap<number, readonly GroupTime[]>;
  readonly evidence: ReadonlyMap<number, RelationEvidence>;
}

/** Gathers what scoring needs, a handful of queries for the whole batch. */
@Injectable()
export class ScoringFacts {
  constructor(
    private readonly identity: Identity,
    private readonly conclusions: Conclusions,
    private readonly organisation: Organisation,
    private readonly communities: GroupTies,
    private readonly engagement: Engagement,
    private readonly transactions: Transactions,
    private readonly content: Content,
    private readonly evidence: RelationEvidenceSource,
  ) {}

  /**
   * Reads committed facts. Inside a transaction that has locked the members nobody can commit new ones
   * meanwhile, so what is read belongs to the seq that is read.
   * @param rules of what counts as a purchase
   */
  async load(memberNos: readonly number[], rules: CountingRules): Promise<readonly ScoringInput[]> {
    const persons = await this.identity.personsOf(memberNos);
    const numbersOf = (memberNo: number) => persons.get(memberNo)?.numbers ?? [memberNo];
    const numbers = [...new Set(memberNos.flatMap(numbersOf))];
    const [facts, seqs, purposes, refused, accounts, origins] = await Promise.all([
      this.readAll(numbers, rules),
      this.identity.seqOf(memberNos),
      this.identity.permittedPurposesOf(memberNos, ['SERVICE', 'PROFILING', 'SENSITIVE']),
      this.conclusions.refusedOf(memberNos),
      this.identity.accountsOfMembers(numbers),
      this.originsOf(memberNos),
    ]);
    const linked = new Set(accounts.map((account) => account.memberNo));
    return memberNos.map((memberNo): ScoringInput => {
      const isLinked = numbersOf(memberNo).some((number) => linked.has(number));
      const may = (purpose: ConsentPurpose) => purposes.get(memberNo)?.has(purpose) === true;
      return {
        memberNo,
        seq: seqs.get(memberNo) ?? 0,
        isMerged: persons.get(memberNo)?.memberNo !== memberNo,
        isServed: may('SERVICE'),
        isProfiled: may('PROFILING'),
        refused: refused.get(memberNo) ?? NOTHING,
        isAccountLinked: isLinked,
        // Without the separate consent an account is no longer looked at, though the link stays on record.
        isAccountReadable: isLinked && may('SENSITIVE'),
        ...(origins.get(memberNo) ?? { registeredOn: epochDay(0), branchPath: null }),
        ...gather(numbersOf(memberNo), facts),
      };
    });
  }

  /**
   * Facts of one member as they were known when the clock stood at `seq`; permissions are no facts and are not
   * among them. What members did is read from the log, which reaches as far back as it is kept; all that is known
   * now is in the rollups.
   * @param isPresent the clock stands at `seq` still
   */
  async knownAt(
    memberNo: number,
    seq: number,
    isPresent: boolean,
    rules: CountingRules,
  ): Promise<MemberFacts & Pick<ScoringInput, 'registeredOn' | 'branchPath'> & { isLogWhole: boolean }> {
    const numbers = await this.identity.numbersAt(memberNo, seq);
    const days = await (isPresent
      ? this.engagement.dayCounts(numbers)
      : this.engagement.dayCountsAt(numbers, seq));
    const [isLogWhole, purchases, learning, ties, times, evidence, origins] = await Promise.all([
      this.engagement.isLogWhole(numbers),
      this.transactions.listPurchases(numbers, seq, rules),
      this.content.learningOf(numbers),
      this.identity.tiesOf(numbers),
      this.communities.timesOf(numbers),
      this.evidence.evidenceOf(numbers, seq, days),
      this.originsOf([memberNo]),
    ]);
    const known = new Map(
      [...learning].map(([number, { lessonIds, paths }]) => [
        number,
        { lessonIds, paths: paths.filter((path) => path.seq <= seq) },
      ]),
    );
    const facts = {
      days,
      purchases,
      evidence,
      learning: known,
      ties: groupByNumber(tiesAt(ties, seq)),
      groupTimes: groupByNumber(timesAt(times, seq)),
    };
    return {
      isLogWhole,
      ...(origins.get(memberNo) ?? { registeredOn: epochDay(0), branchPath: null }),
      ...gather(numbers, facts),
    };
  }

  private async readAll(numbers: readonly number[], rules: CountingRules): Promise<FactsByNumber> {
    const counted = this.engagement.dayCounts(numbers);
    const [days, purchases, learning, ties, times, evidence] = await Promise.all([
      counted,
      this.transactions.listPurchases(numbers, null, rules),
      this.content.learningOf(numbers),
      this.identity.tiesOf(numbers),
      this.communities.timesOf(numbers),
      counted.then((each) => this.evidence.evidenceOf(numbers, null, each)),
    ]);
    return {
      days,
      purchases,
      learning,
      evidence,
      ties: groupByNumber(ties),
      groupTimes: groupByNumber(times),
    };
  }

  private async originsOf(
    memberNos: readonly number[],
  ): Promise<ReadonlyMap<number, Pick<ScoringInput, 'registeredOn' | 'branchPath'>>> {
    const [members, branches] = await Promise.all([
      this.identity.listMembers(memberNos),
      this.organisation.listBranches(),
    ]);
    const pathOf = new Map(branches.map(({ branchId, path }) => [branchId, path]));
    return new Map(
      members.map(({ memberNo, registeredAt, branchId }) => [
        memberNo,
        {
          registeredOn: dayOfInstant(registeredAt),
          branchPath: branchId === null ? null : (pathOf.get(branchId) ?? null),
        },
      ]),
    );
  }
}

/** Facts of one person from every number that is theirs. */
function gather(numbers: readonly number[], facts: FactsByNumber): MemberFacts {
  const days = numbers.flatMap((number) => facts.days.get(number) ?? []);
  const learned = numbers.flatMap((number) => facts.learning.get(number) ?? []);
  const evidence = numbers.map((number) => facts.evidence.get(number) ?? noEvidence);
  const relation: RelationHistory = {
    ties: [
      ...numbers.flatMap((number) => facts.ties.get(number) ?? []).map(tieFact),
      ...numbers.flatMap((number) => facts.groupTimes.get(number) ?? []).map(groupFact),
    ],
    interactions: days
      .filter(({ type }) => RELATION_KINDS.some((kind) => kind === type))
      .map(({ day, type }) => ({ factId: `${type}:${day}`, kind: type, on: day })),
    pathsFinished: finishedPaths(learned),
    consultationsRated: evidence.flatMap((each) => each.consultationsRated),
    riskAssessments: evidence.flatMap((each) => each.riskAssessments),
    coCreations: evidence.flatMap((each) => each.coCreations),
  };
  return {
    days,
    relation,
    purchases: numbers.flatMap((number) => facts.purchases.get(number) ?? []),
    lessonsCompleted: new Set(learned.flatMap(({ lessonIds }) => [...lessonIds])).size,
  };
}

function tieFact({ memberNo, boundAt, unboundAt }: AdviserTie): TieFact {
  return {
    factId: `adviser:${memberNo}:${boundAt}`,
    on: dayOfInstant(boundAt),
    endedOn: unboundAt === null ? null : dayOfInstant(unboundAt),
  };
}

function groupFact({ memberNo, groupId, tiedAt, endedAt }: GroupTime): TieFact {
  return {
    factId: `group:${groupId}:${memberNo}:${tiedAt}`,
    on: dayOfInstant(tiedAt),
    endedOn: endedAt === null ? null : dayOfInstant(endedAt),
  };
}

/** One path finished under two numbers was finished on the earlier day. */
function finishedPaths(learned: readonly Learning[]): readonly DatedFact[] {
  const first = new Map<string, DatedFact>();
  for (const { pathCode, completedAt } of learned.flatMap(({ paths }) => paths)) {
    const on = dayOfInstant(completedAt);
    const known = first.get(pathCode);
    if (known === undefined || on < known.on) first.set(pathCode, { factId: `path:${pathCode}`, on });
  }
  return [...first.values()];
}

/** Bindings as they stood at a seq: one that ended later had not ended yet. */
function tiesAt(ties: readonly AdviserTie[], seq: number): readonly AdviserTie[] {
  return ties
    .filter((tie) => tie.seq <= seq)
    .map((tie) => (tie.endedSeq !== null && tie.endedSeq > seq ? { ...tie, unboundAt: null } : tie));
}

/** Times in groups as they stood at a seq. */
function timesAt(times: readonly GroupTime[], seq: number): readonly GroupTime[] {
  return times
    .filter((time) => time.seq <= seq)
    .map((time) => (time.endedSeq !== null && time.endedSeq > seq ? { ...time, endedAt: null } : time));
}

function groupByNumber<Row extends { readonly memberNo: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) groups.set(row.memberNo, [...(groups.get(row.memberNo) ?? []), row]);
  return groups;
}
