import { Injectable } from '@nestjs/common';
import type {
  MatchedProductRow,
  MemberSuitability,
  MemberSuitabilityView,
} from '@siyu/shared/contracts/member-suitability';
import { MATCHED_PRODUCTS_MAX } from '@siyu/shared/contracts/member-suitability.limits';
import { type Match, standingOf } from '@siyu/shared/suitability';
import { dayOfInstant, type EpochDay, formatDay } from '@siyu/shared/time';
import { Clock } from '../../platform/clock/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { AdvisoryContracts } from '../../records/advisory/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { ProductShelf } from '../../records/products/index.ts';
import { InvestorCare, InvestorStanding, SuitabilityGate } from '../../records/suitability/index.ts';
import { mayRead } from './may-read.ts';
import { type MemberSubject, MemberSubjects } from './member-subject.ts';

/** Where one member stands and what suits them, for whoever looks after them; each look is noted. */
@Injectable()
export class MemberSuitabilities {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly subjects: MemberSubjects,
    private readonly standing: InvestorStanding,
    private readonly care: InvestorCare,
    private readonly contracts: AdvisoryContracts,
    private readonly shelf: ProductShelf,
    private readonly gate: SuitabilityGate,
  ) {}

  /** @throws {AppError} workspace.member_not_found */
  async get(caller: Principal, memberId: string): Promise<MemberSuitabilityView> {
    const subject = await this.subjects.find(caller, memberId);
    const permitted = await this.identity.permittedPurposesOf([subject.memberNo], ['SERVICE']);
    const isShown = mayRead(caller, permitted.get(subject.memberNo), 'SERVICE');
    await this.subjects.note(caller, subject, 'workspace.view_suitability', { shown: isShown });
    return { suitability: isShown ? await this.#of(subject) : null };
  }

  async #of({ memberNo }: MemberSubject): Promise<MemberSuitability> {
    const [{ investor }, care, isAdvised, products] = await Promise.all([
      this.standing.of(memberNo),
      this.care.of(memberNo),
      this.contracts.isActiveFor(memberNo),
      this.#matched(memberNo),
    ]);
    const today = dayOfInstant(this.clock.now());
    return {
      standing: standingOf(investor, today),
      level: investor.level,
      validUntil: dayOrNull(investor.validUntil),
      hasRefusedInformation: investor.hasRefusedInformation,
      professionalUntil: dayOrNull(care.professionalUntil),
      callBack: care.callBack,
      trustedRelation: care.trustedRelation,
      isAdvised,
      products,
    };
  }

  /** As for a push: what staff may bring up themselves. */
  async #matched(memberNo: number): Promise<MatchedProductRow[]> {
    const onSale = await this.shelf.listOnSale(null, MATCHED_PRODUCTS_MAX);
    const productIds = onSale.map(({ productId }) => productId);
    const foreseen = await this.gate.foresee({ door: 'PUSH', memberNos: [memberNo], productIds });
    const matchOf = new Map(foreseen.map(({ productId, match }) => [productId, match]));
    return onSale.flatMap(({ productId, code, name, matched: { level } }) => {
      const match = matchOf.get(productId);
      if (match === undefined) return [];
      return [{ productId, code, name, level, verdict: match.verdict, reasons: reasonsOf(match) }];
    });
  }
}

const dayOrNull = (day: EpochDay | null): string | null => (day === null ? null : formatDay(day));

const reasonsOf = (match: Match): MatchedProductRow['reasons'] =>
  match.verdict === 'UNSUITABLE' ? [...match.reasons] : [];
