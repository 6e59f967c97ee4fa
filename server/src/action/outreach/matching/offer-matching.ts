import { Injectable } from '@nestjs/common';
import {
  type LevelNow,
  type LifeStage,
  lifeStageAt,
  type MatchedMember,
  type MatchedOffers,
  type MatchingMatrix,
  matchOffers,
  standingOf,
} from '@siyu/shared/suitability';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { SegmentAudiences } from '../../../insight/segments/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { ProductShelf } from '../../../records/products/index.ts';
import {
  BirthYears,
  InvestorStanding,
  type KnownInvestor,
  SuitabilityGate,
} from '../../../records/suitability/index.ts';
import { MatchingConfiguration } from './matching-configuration.ts';

/** Products that are looked at; the latest entered first, as they stand on the shelf. */
const PRODUCTS_MAX = 100;

export interface MatchedPerson {
  readonly isSwitchedOff: boolean;
  readonly lifeStage: LifeStage | null;
  readonly level: LevelNow;
  readonly found: MatchedOffers;
}
export interface Matched {
  readonly version: number;
  readonly matrix: MatchingMatrix;
  readonly byMember: ReadonlyMap<number, MatchedPerson>;
}

/** Asks the firm's matrix about members, with what is known of them and what the gate foresees (I-10). */
@Injectable()
export class OfferMatching {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly configuration: MatchingConfiguration,
    private readonly segments: SegmentAudiences,
    private readonly standing: InvestorStanding,
    private readonly birthYears: BirthYears,
    private readonly shelf: ProductShelf,
    private readonly gate: SuitabilityGate,
  ) {}

  /**
   * A dozen statements, for a hundred members at most. Nothing is kept, and nothing may pass by it. Of whom nothing may be
   * processed there is nothing; who does not want to be sorted is in no segment and of no age.
   */
  async of(memberNos: readonly number[]): Promise<Matched> {
    const now = this.clock.now();
    const { version, matrix } = await this.configuration.matrix(now);
    const purposes = await this.identity.permittedPurposesOf(memberNos, ['SERVICE', 'PROFILING']);
    const served = memberNos.filter((memberNo) => purposes.get(memberNo)?.has('SERVICE') === true);
    const sorted = served.filter((memberNo) => purposes.get(memberNo)?.has('PROFILING') === true);
    const keys = [...new Set(matrix.rows.flatMap(({ segment }) => segment ?? []))];
    const [inSegments, years, investors, products] = await Promise.all([
      this.segments.presentIn(sorted, keys),
      this.birthYears.of(sorted),
      this.standing.ofAll(served),
      this.#productsFor(served, matrix),
    ]);
    const thisYear = Number(formatDay(dayOfInstant(now)).slice(0, 4));
    const byMember = served.map((memberNo): [number, MatchedPerson] => {
      const year = years.get(memberNo);
      const lifeStage = year === undefined ? null : lifeStageAt(thisYear - year, matrix.lifeStages);
      const level = this.#levelOf(investors.get(memberNo), now);
      const segments = inSegments.get(memberNo) ?? new Set<string>();
      const member: MatchedMember = { segments, lifeStage, level, products: products.get(memberNo) ?? [] };
      const isSwitchedOff = purposes.get(memberNo)?.has('PROFILING') !== true;
      return [memberNo, { isSwitchedOff, lifeStage, level, found: matchOffers(member, matrix) }];
    });
    return { version, matrix, byMember: new Map(byMember) };
  }

  #levelOf(known: KnownInvestor | undefined, now: number): LevelNow {
    if (known === undefined || known.investor.hasRefusedInformation) return 'NONE';
    const isValid = standingOf(known.investor, dayOfInstant(now)) === 'VALID';
    return isValid ? (known.investor.level ?? 'NONE') : 'NONE';
  }

  /** What would be decided of each product on sale whose category the matrix names, were it pushed. */
  async #productsFor(
    memberNos: readonly number[],
    { rows }: MatchingMatrix,
  ): Promise<ReadonlyMap<number, MatchedMember['products']>> {
    const types = new Set(rows.flatMap(({ offer }) => (offer.kind === 'PRODUCT_TYPE' ? [offer.code] : [])));
    const onSale = await this.shelf.listOnSale(null, PRODUCTS_MAX);
    const typeOf = new Map(onSale.map(({ productId, matched }) => [productId, matched.type]));
    const productIds = onSale.flatMap(({ productId, matched }) =>
      types.has(matched.type) ? [productId] : [],
    );
    if (memberNos.length === 0 || productIds.length === 0) return new Map();
    const foreseen = new Map<number, MatchedMember['products'][number][]>();
    for (const { memberNo, productId, match } of await this.gate.foresee({
      ...{ door: 'PUSH', memberNos, productIds },
    })) {
      const own = foreseen.get(memberNo) ?? [];
      own.push({ type: typeOf.get(productId) ?? 'OTHER', match });
      foreseen.set(memberNo, own);
    }
    return foreseen;
  }
}
