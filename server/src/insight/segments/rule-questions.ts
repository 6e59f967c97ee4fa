import { Injectable } from '@nestjs/common';
import type {
  AskRule,
  RuleCount,
  RulePreview,
  SegmentOverlap,
} from '@siyu/shared/contracts/segment-definitions';
import { SEGMENT_SAMPLE } from '@siyu/shared/contracts/segment-definitions.limits';
import { ruleToSql } from '@siyu/shared/rules';
import { formatDay } from '@siyu/shared/time';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { Identity, maskedMember, MemberScopes } from '../../records/identity/index.ts';
import { LiveSegments } from './live-segments.ts';
import { MemberFactsRow } from './member-facts.entity.ts';
import { overlapsOf, Tallies, Tally } from './overlaps.ts';
import type { LiveSegment } from './resolve-rules.ts';
import { checkDrawnRule } from './rule-checks.ts';
import { SegmentMembership } from './segment-membership.entity.ts';
import { Stays } from './stays.ts';

/** Spreads numbers that follow each other, so that the sample is not of those who came first. */
const LOT = '(f.member_no * 48271) % 2147483647';

/** A rule as a condition on the row `f` of a member, for the query builder. */
interface Condition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}
interface Question {
  readonly scope: Scope;
  readonly rule: Condition;
  readonly live: readonly LiveSegment[];
}

/** Whom a rule would hold that nobody has made live: everybody is asked at once, by SQL. */
@Injectable()
export class RuleQuestions {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly live: LiveSegments,
    private readonly stays: Stays,
  ) {}

  /** @throws {AppError} segments.rule_refused, segments.circle, segments.rule_too_large */
  async countRule(scope: Scope, asked: AskRule): Promise<RuleCount> {
    const { rule } = await this.#read(scope, asked);
    const facts = (await this.#facts(scope)).select('COUNT(*)', 'members').addSelect(sumOf(rule), 'both');
    facts.setParameters({ ...facts.getParameters(), ...rule.parameters });
    const [row, freshness] = await Promise.all([facts.getRawOne<object>(), this.#freshness()]);
    const { members: total, both: members } = Tally.parse(row);
    return { members, total, freshness };
  }

  /** @throws {AppError} segments.rule_refused, segments.circle, segments.rule_too_large */
  async previewRule(scope: Scope, asked: AskRule): Promise<RulePreview> {
    const question = await this.#read(scope, asked);
    const [builtIn, defined, sample, freshness] = await Promise.all([
      this.#tallyBuiltIn(question),
      this.#tallyDefined(question),
      this.#sample(question),
      this.#freshness(),
    ]);
    const sum = (of: 'members' | 'both') => builtIn.reduce((total, row) => total + row[of], 0);
    return {
      members: sum('both'),
      total: sum('members'),
      freshness,
      overlaps: overlapsOf(builtIn, defined),
      sample,
    };
  }

  async #read(scope: Scope, { rule: tree, segmentId }: AskRule): Promise<Question> {
    const live = await this.live.list(this.database.read);
    const { text, params } = ruleToSql(
      checkDrawnRule(tree, live, segmentId ?? null),
      this.stays.asOf(undefined),
      'f',
    );
    let at = 0;
    // A text is always a parameter, so that every mark is one.
    const sql = text.replace(/\?/g, () => `:rule${(at += 1)}`);
    const parameters = Object.fromEntries(params.map((value, index) => [`rule${index + 1}`, value]));
    return { scope, rule: { sql, parameters }, live: live.filter((each) => each.segmentId !== segmentId) };
  }

  /** Rows of everybody in the scope who may be profiled. */
  async #facts(scope: Scope): Promise<SelectQueryBuilder<MemberFactsRow>> {
    const { sql, parameters } = await this.scopes.conditionOn('f.member_no', scope);
    return this.database.read
      .createQueryBuilder(MemberFactsRow, 'f')
      .where('f.is_profiled = 1')
      .andWhere(sql, parameters);
  }

  async #freshness(): Promise<RuleCount['freshness']> {
    const asOf = this.stays.asOf(undefined);
    return { asOf: formatDay(asOf), due: await this.identity.countDue(asOf) };
  }

  /** By group, stage and tier in one pass over the facts. */
  async #tallyBuiltIn({ scope, rule }: Question): Promise<z.infer<typeof Tallies>> {
    const facts = await this.#facts(scope);
    const rows = await facts
      .select('f.groupCode', 'groupCode')
      .addSelect('f.stage', 'stage')
      .addSelect('f.tier', 'tier')
      .addSelect('COUNT(*)', 'members')
      .addSelect(sumOf(rule), 'both')
      .setParameters({ ...facts.getParameters(), ...rule.parameters })
      .groupBy('f.groupCode')
      .addGroupBy('f.stage')
      .addGroupBy('f.tier')
      .getRawMany();
    return Tallies.parse(rows);
  }

  /** By the stays in the live segments, whose index holds them together. */
  async #tallyDefined({ scope, rule, live }: Question): Promise<readonly SegmentOverlap[]> {
    if (live.length === 0) return [];
    const { sql, parameters } = await this.scopes.conditionOn('f.member_no', scope);
    const rows = await this.database.read
      .createQueryBuilder(SegmentMembership, 's')
      .innerJoin(MemberFactsRow, 'f', 'f.member_no = s.member_no')
      .select('s.segmentKey', 'key')
      .addSelect('COUNT(*)', 'members')
      .addSelect(sumOf(rule), 'both')
      .where('s.to_as_of IS NULL AND s.segment_key IN (:...keys)', { keys: live.map(({ key }) => key) })
      .andWhere(sql, parameters)
      .setParameters({ ...parameters, ...rule.parameters, keys: live.map(({ key }) => key) })
      .groupBy('s.segmentKey')
      .getRawMany();
    const names = new Map(live.map(({ key, name }) => [key, name]));
    return z
      .array(Tally.extend({ key: z.string() }))
      .parse(rows)
      .map((row) => ({ ...row, name: names.get(row.key) ?? null }));
  }

  async #sample({ scope, rule }: Question): Promise<RulePreview['sample']> {
    const facts = await this.#facts(scope);
    const rows = await facts
      .andWhere(rule.sql, rule.parameters)
      .select('f.memberNo', 'memberNo')
      .addSelect(LOT, 'lot')
      .orderBy('lot', 'ASC')
      .limit(SEGMENT_SAMPLE)
      .getRawMany<{ memberNo: number }>();
    const members = await this.identity.listMembers(rows.map(({ memberNo }) => memberNo));
    return members.map(maskedMember);
  }
}

const sumOf = ({ sql }: Condition): string => `SUM(CASE WHEN ${sql} THEN 1 ELSE 0 END)`;
