import { Injectable } from '@nestjs/common';
import type { ServerEventType } from '@siyu/shared/contracts/engagement.limits';
import { relationRules } from '@siyu/shared/rfm';
import { addDays, type EpochDay } from '@siyu/shared/time';
import { Engagement } from '../../records/engagement/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Transactions } from '../../records/transactions/index.ts';
import { Content } from '../../services/content/index.ts';
import type { ScoringInput } from './assess-member.ts';

/**
 * Kinds of interaction that can move a stage. Only what the server itself has seen happen: reading and sharing
 * are told by the phone, and a phone could tell anything.
 */
const RELATION_KINDS: readonly ServerEventType[] = ['lesson_completed', 'quiz_submitted', 'adviser_bound'];

/** Gathers what scoring needs, a handful of queries for the whole batch. */
@Injectable()
export class ScoringFacts {
  constructor(
    private readonly identity: Identity,
    private readonly engagement: Engagement,
    private readonly transactions: Transactions,
    private readonly content: Content,
  ) {}

  /**
   * Reads committed facts. Inside a transaction that has locked the members nobody can commit new ones
   * meanwhile, so what is read belongs to the seq that is read.
   */
  async load(memberNos: readonly number[], asOf: EpochDay): Promise<readonly ScoringInput[]> {
    const seqs = await this.identity.seqOf(memberNos);
    const [profiled, sensitive, linked, advisers, counts, lastActive, purchases, learning] =
      await Promise.all([
        this.identity.permitted(memberNos, 'PROFILING'),
        this.identity.permitted(memberNos, 'SENSITIVE'),
        this.identity.linkedMembers(memberNos),
        this.identity.advisersOf(memberNos),
        this.engagement.countsByType(memberNos, addDays(asOf, -relationRules.windowDays), asOf),
        this.engagement.lastActiveAt(memberNos),
        this.transactions.listPurchases(memberNos),
        this.content.learningOf(memberNos),
      ]);
    return memberNos.map((memberNo): ScoringInput => {
      const kinds = (counts.get(memberNo) ?? []).filter(({ type }) =>
        RELATION_KINDS.some((kind) => kind === type),
      );
      const isLinked = linked.has(memberNo);
      return {
        memberNo,
        seq: seqs.get(memberNo) ?? 0,
        isProfiled: profiled.has(memberNo),
        isAccountLinked: isLinked,
        // Without the separate consent an account is no longer looked at, though the link stays on record.
        isAccountReadable: isLinked && sensitive.has(memberNo),
        purchases: (purchases.get(memberNo) ?? []).map(
          ({ purchaseId, occurredDay, amountFen, benefitFen }) => ({
            // The models count an id once, should a reader bring a purchase twice.
            factId: purchaseId,
            on: occurredDay,
            amountFen,
            benefitFen,
          }),
        ),
        relation: {
          isTied: advisers.has(memberNo),
          kinds60d: kinds.length,
          pathsFinished: learning.get(memberNo)?.pathsFinished ?? 0,
          // Consultations, assessments and contributions come with their modules; until then nobody has any.
          consultationsRated: 0,
          hasValidRiskAssessment: false,
          coCreations: 0,
        },
        lessonsCompleted: learning.get(memberNo)?.lessonsCompleted ?? 0,
        lastActiveAt: lastActive.get(memberNo) ?? null,
      };
    });
  }
}
