import { Injectable } from '@nestjs/common';
import { PRODUCT_SUBJECT } from '@siyu/shared/contracts/products.limits';
import { isOpen, type MatchRecord } from '@siyu/shared/suitability';
import type { EntityManager } from 'typeorm';
import { Audit, type AuditEntry, sha256OfJson } from '../../../foundation/audit/index.ts';
import { among, insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity } from '../../identity/index.ts';
import { pairKey } from './clearance.ts';
import { decisionSha256, outcomeSha256 } from './decision-hash.ts';
import type { PosedQuestion } from './gate-questions.ts';
import { SuitabilityDecision } from './suitability-decision.entity.ts';

const REFUSE = 'suitability.refuse';

/** A decision that was made, before anything of it is kept. */
export interface MadeDecision extends PosedQuestion {
  readonly decisionId: string;
  readonly record: MatchRecord;
  readonly clearedUntil: number | null;
}

/** The ledger of decisions. Rows are only ever added. */
@Injectable()
export class DecisionLog {
  constructor(
    private readonly identity: Identity,
    private readonly audit: Audit,
  ) {}

  /**
   * Those that say something new. A product that was not shown leaves nothing: nobody was reached, nobody asked. What is
   * looked at again and again, as a list or the way to a purchase is, is kept when it differs from the last time; what the
   * firm pushes, and each wish to buy, every time.
   */
  async unknown(
    manager: EntityManager,
    decisions: readonly MadeDecision[],
  ): Promise<readonly MadeDecision[]> {
    const worth = decisions.filter(
      ({ record: { question, match } }) => question.door !== 'DISPLAY' || isOpen(match),
    );
    const [first] = worth;
    const door = first?.record.question.door;
    if (door === undefined || door === 'PUSH' || door === 'PURCHASE') return worth;
    const last = await this.#lastOutcomes(manager, door, worth);
    return worth.filter(
      (made) => last.get(pairKey(made))?.has(outcomeSha256(made.record, made.productSha256)) !== true,
    );
  }

  /** Keeps them; what is refused of a push or of a member's own wish stands in the trail too (REQ-SUIT-1). */
  async append(
    tx: Transaction,
    decisions: readonly MadeDecision[],
    purpose: string,
    actor: Principal | 'system',
  ): Promise<void> {
    if (decisions.length === 0) return;
    const members = await this.identity.listMembers([...new Set(decisions.map(({ memberNo }) => memberNo))]);
    const ids = new Map(members.map(({ memberNo, memberId }) => [memberNo, memberId]));
    const rows = decisions.map((made): SuitabilityDecision => {
      const { decisionId, memberNo, productId, assessmentId, productSha256, record, clearedUntil } = made;
      const memberId = ids.get(memberNo);
      if (memberId === undefined) throw new Error('a decision is about nobody');
      const { door, at: decidedAt } = record.question;
      const about = {
        productId,
        door,
        purpose,
        assessmentId,
        productSha256,
        record,
        decidedAt,
        clearedUntil,
      };
      return {
        ...about,
        decisionId,
        memberNo,
        verdict: record.match.verdict,
        isOpen: isOpen(record.match),
        outcomeSha256: outcomeSha256(record, productSha256),
        sha256: decisionSha256({ ...about, decisionId, memberId }),
      };
    });
    await insertRows(tx, SuitabilityDecision, rows);
    await this.#noteRefusals(tx, rows, ids, actor);
  }

  /** One row for each product: of one member with the reason, of many with their number and the hash of all. */
  async #noteRefusals(
    tx: Transaction,
    rows: readonly SuitabilityDecision[],
    ids: ReadonlyMap<number, string>,
    actor: Principal | 'system',
  ): Promise<void> {
    const refused = rows.filter(isRefusal);
    const products = [...new Set(refused.map(({ productId }) => productId))];
    const entries = products.map((productId) => {
      const own = refused.filter((row) => row.productId === productId);
      const [one] = own;
      return own.length === 1 && one !== undefined
        ? noteOfOne(one, ids.get(one.memberNo) ?? '', actor)
        : noteOfMany(own, productId, actor);
    });
    await this.audit.recordAll(tx, entries);
  }

  async #lastOutcomes(
    manager: EntityManager,
    door: string,
    pairs: readonly { readonly memberNo: number; readonly productId: string }[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const members = among('d.member_no', [...new Set(pairs.map(({ memberNo }) => memberNo))]);
    const products = among('d.product_id', [...new Set(pairs.map(({ productId }) => productId))]);
    const rows: LastRow[] = await manager.query(
      `SELECT d.member_no AS memberNo, d.product_id AS productId, d.outcome_sha256 AS outcome
       FROM suitability_decisions d
       WHERE ${members.sql} AND ${products.sql} AND d.door = ? AND d.decided_at = (
         SELECT MAX(o.decided_at) FROM suitability_decisions o
         WHERE o.member_no = d.member_no AND o.product_id = d.product_id AND o.door = d.door)`,
      [...members.values, ...products.values, door],
    );
    const last = new Map<string, Set<string>>();
    for (const { memberNo, productId, outcome } of rows) {
      const key = pairKey({ memberNo: Number(memberNo), productId });
      last.set(key, (last.get(key) ?? new Set<string>()).add(outcome));
    }
    return last;
  }
}

function noteOfOne(
  { memberNo: subjectNo, productId, door, purpose, record, sha256 }: SuitabilityDecision,
  subjectId: string,
  actor: Principal | 'system',
): AuditEntry {
  const reasons = reasonsOf({ record });
  const inputs = { productId, door, purpose, ruleVersion: record.ruleVersion, reasons, sha256 };
  const subject = { subjectKind: 'member', subjectId, subjectNo };
  return { actor, action: REFUSE, ...subject, reasonCode: reasons[0] ?? '', inputs };
}

function noteOfMany(
  rows: readonly SuitabilityDecision[],
  productId: string,
  actor: Principal | 'system',
): AuditEntry {
  const reasons = [...new Set(rows.flatMap(reasonsOf))].sort();
  const ruleVersions = [...new Set(rows.map(({ record }) => record.ruleVersion))];
  const doors = [...new Set(rows.map(({ door, purpose }) => `${door} ${purpose}`))];
  const sha256OfAll = sha256OfJson(rows.map(({ sha256 }) => sha256).sort());
  const inputs = { doors, ruleVersions, refused: rows.length, reasons, sha256OfAll };
  return { actor, action: REFUSE, subjectKind: PRODUCT_SUBJECT, subjectId: productId, inputs };
}

interface LastRow {
  readonly memberNo: number;
  readonly productId: string;
  readonly outcome: string;
}

/** A list withholds, and whoever names a product is warned first: neither refuses anybody anything. */
const isRefusal = ({ door, isOpen: isLet, verdict }: SuitabilityDecision): boolean =>
  door !== 'DISPLAY' && !isLet && (door !== 'OWN_REQUEST' || verdict === 'UNSUITABLE');

function reasonsOf({ record: { match } }: Pick<SuitabilityDecision, 'record'>): readonly string[] {
  if (match.verdict === 'UNSUITABLE') return match.reasons;
  return match.verdict === 'NEEDS_WARNING' && match.due.length === 0 ? ['COOLING'] : ['NOTICES_DUE'];
}
