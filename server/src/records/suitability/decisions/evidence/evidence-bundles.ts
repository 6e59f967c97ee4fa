import { Injectable } from '@nestjs/common';
import type { EvidenceTaken, TakeEvidence } from '@siyu/shared/contracts/suitability-evidence';
import { addDays, parseDay, startOfDay } from '@siyu/shared/time';
import { In, LessThan, type ObjectLiteral } from 'typeorm';
import { Audit, canonicalJson } from '../../../../foundation/audit/index.ts';
import { Clock } from '../../../../platform/clock/index.ts';
import { Database } from '../../../../platform/database/index.ts';
import type { Principal } from '../../../../platform/http/index.ts';
import { Identity, MemberScopes } from '../../../identity/index.ts';
import { ProductDesk, ProductShelf } from '../../../products/index.ts';
import { Assessment, AssessmentStep } from '../../assessment.entity.ts';
import { evidenceMemberNotFound, productUnknown } from '../decisions.errors.ts';
import { GivenNoticeEntry } from '../given-notice.entity.ts';
import { ProductAsking } from '../product-asking.entity.ts';
import { SuitabilityDecision } from '../suitability-decision.entity.ts';
import { EVIDENCE_FORMAT, EvidenceContents, evidenceSha256 } from './evidence-file.ts';

/** More rows of a kind no file holds; of one member and one product there are a few dozen in years. */
const ROWS_MAX = 500;

/** What proves that the firm kept the law, of one member, one product and the time up to a day (REQ-SUIT-15). */
@Injectable()
export class EvidenceBundles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly shelf: ProductShelf,
    private readonly products: ProductDesk,
  ) {}

  /** @throws {AppError} identity.member_not_found, suitability.product_unknown */
  async take(
    caller: Principal,
    memberId: string,
    { productCode, day }: TakeEvidence,
  ): Promise<EvidenceTaken> {
    const member = await this.identity.findByPublicId(memberId);
    // The account may be closed: what was done is proved all the same, by those who see the whole firm.
    const isSeen =
      member !== null &&
      (caller.scope.kind === 'firm' || (await this.scopes.covers(caller.scope, member.memberNo)));
    if (!isSeen) throw evidenceMemberNotFound();
    const product = await this.shelf.findNamed(productCode);
    if (product === null) throw productUnknown();
    const contents = await this.#contents(caller, member, product, day);
    const sha256 = evidenceSha256(contents);
    const text = `${canonicalJson({ ...contents, sha256 })}\n`;
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor: caller,
        action: 'suitability.take_evidence',
        subjectKind: 'member',
        subjectId: memberId,
        subjectNo: member.memberNo,
        inputs: { productId: product.productId, day, sha256 },
      }),
    );
    const { decisions, notices, askings, isCutShort } = contents;
    return {
      fileName: `suitability-${productCode}-${day}.json`,
      text,
      sha256,
      decisions: decisions.length,
      notices: notices.length,
      askings: askings.length,
      isCutShort,
    };
  }

  async #contents(
    caller: Principal,
    { memberNo, memberId }: { readonly memberNo: number; readonly memberId: string },
    { productId, code, name }: { readonly productId: string; readonly code: string; readonly name: string },
    day: string,
  ): Promise<EvidenceContents> {
    const numbers = [...(await this.identity.numbersOf(memberNo))];
    const members = await this.identity.listMembers(numbers);
    const ids = new Map(members.map((each) => [each.memberNo, each.memberId]));
    const owner = (row: { readonly memberNo: number }): string => ids.get(row.memberNo) ?? memberId;
    const lastDay = parseDay(day);
    if (lastDay === null) throw new RangeError(`${day} is no day`);
    const until = startOfDay(addDays(lastDay, 1));
    const about = { memberNo: In(numbers), productId };
    const [decisions, notices, askings, assessments] = await Promise.all([
      this.#latest(SuitabilityDecision, { ...about, decidedAt: LessThan(until) }, 'decidedAt'),
      this.#latest(GivenNoticeEntry, { ...about, givenAt: LessThan(until) }, 'givenAt'),
      this.#latest(ProductAsking, { ...about, askedAt: LessThan(until) }, 'askedAt'),
      this.#latest(Assessment, { memberNo: In(numbers), takenAt: LessThan(until) }, 'takenAt'),
    ]);
    const steps = await this.database.read.findBy(AssessmentStep, {
      assessmentId: In(assessments.rows.map(({ assessmentId }) => assessmentId)),
    });
    const { levels } = await this.products.get(productId);
    return EvidenceContents.parse({
      format: EVIDENCE_FORMAT,
      version: 1,
      memberId,
      product: { productId, code, name, levels },
      day,
      madeAt: this.clock.now(),
      madeBy: caller.id,
      isCutShort: [decisions, notices, askings, assessments].some(({ isCut }) => isCut),
      assessments: assessments.rows.map((row) => assessmentOf(row, owner(row), steps)),
      askings: askings.rows.map(({ memberNo: of, ...row }) => ({ ...row, memberId: ids.get(of) })),
      notices: notices.rows.map(({ memberNo: of, ...row }) => ({ ...row, memberId: ids.get(of) })),
      decisions: decisions.rows.map((row) => decisionOf(row, owner(row))),
    });
  }

  /** The latest rows of a kind, in the order of time. */
  async #latest<Row extends ObjectLiteral>(
    entity: new () => Row,
    where: object,
    by: keyof Row & string,
  ): Promise<{ readonly rows: readonly Row[]; readonly isCut: boolean }> {
    const found = await this.database.read
      .createQueryBuilder(entity, 'each')
      .where(where)
      .orderBy(`each.${by}`, 'DESC')
      .limit(ROWS_MAX + 1)
      .getMany();
    return { rows: found.slice(0, ROWS_MAX).reverse(), isCut: found.length > ROWS_MAX };
  }
}

function decisionOf(row: SuitabilityDecision, memberId: string) {
  const { decisionId, productId, door, purpose, assessmentId, productSha256, record } = row;
  const { decidedAt, clearedUntil, sha256 } = row;
  const about = { decisionId, memberId, productId, door, purpose, assessmentId, productSha256 };
  return { ...about, record, decidedAt, clearedUntil, sha256 };
}

function assessmentOf(row: Assessment, memberId: string, steps: readonly AssessmentStep[]) {
  const { assessmentId, questionnaireVersion, limitsVersion, answers, score, level } = row;
  const { horizonMonths, types, takenAt, validUntil, isHeld, sha256 } = row;
  const own = steps.filter((step) => step.assessmentId === assessmentId);
  return {
    ...{ assessmentId, memberId, questionnaireVersion, limitsVersion, answers, score, level },
    ...{ horizonMonths, types, takenAt, validUntil, isHeld, sha256 },
    steps: own.map(({ kind, at }) => ({ kind, at })),
  };
}
