import { In } from 'typeorm';
import type { TestApp } from '../../../testing/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { MemberDue } from '../../../records/identity/member-clock.entity.ts';
import { MemberFactsRow } from '../../segments/member-facts.entity.ts';
import { memberFactsRow } from '../../segments/member-facts-row.ts';
import { assessMember } from '../assess-member.ts';
import { heldStageOf } from '../held-stage.ts';
import { memberFactsOf } from '../member-facts.ts';
import { ScoreStore, type StoredState } from '../score-store.ts';
import { ScoringFacts } from '../scoring-facts.ts';
import { ScoringModels } from '../scoring-models.ts';
import { Scoring } from '../scoring.service.ts';
import { keptDifferences } from '../stored-kept.ts';

const PAGE = 500;

export interface Rescoring {
  readonly members: number;
  /** Members of whom something that is stored is not what scoring them anew for today gives. */
  readonly differing: readonly { readonly memberNo: number; readonly kinds: readonly string[] }[];
}

/**
 * Scores everybody anew for today's asOf and compares with what is stored: every column of every kind, the row of
 * facts that segments read, and the day on which to look again. Only `asOf`, `seq` and the bounds of the intervals
 * may differ.
 */
export async function compareWithRescoring({ app, database, clock }: TestApp): Promise<Rescoring> {
  const identity = app.get(Identity);
  const scoring = app.get(Scoring);
  const facts = app.get(ScoringFacts, { strict: false });
  const store = app.get(ScoreStore, { strict: false });
  const models = await app.get(ScoringModels, { strict: false }).setAt(clock.now());
  const differing: { memberNo: number; kinds: readonly string[] }[] = [];
  let members = 0;
  for (let after = 0; ;) {
    const page = await identity.listNumbersAfter(after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return { members, differing };
    after = last;
    members += page.length;
    const stored = await database.runInTransaction((tx) => store.stored(tx, page));
    const among = { memberNo: In([...page]) };
    const [inputs, rows, dues] = await Promise.all([
      facts.load(page, models.counting.model),
      database.read.findBy(MemberFactsRow, among),
      database.read.findBy(MemberDue, among),
    ]);
    const rowOf = new Map(rows.map((row) => [row.memberNo, row]));
    const dueOf = new Map(dues.map((due) => [due.memberNo, due.dueOn]));
    for (const input of inputs) {
      const { memberNo } = input;
      const held = heldStageOf(stored.relation.get(memberNo), models.relation.configVersion);
      const assessment = assessMember(input, scoring.liveAsOf(), models, held);
      const kinds: string[] = [...keptDifferences(assessment.kept, openOf(stored, memberNo))];
      if (!isSameFacts(memberFactsOf(assessment), rowOf.get(memberNo))) kinds.push('member_facts');
      if ((dueOf.get(memberNo) ?? null) !== assessment.nextChangeOn) kinds.push('due_on');
      if (kinds.length > 0) differing.push({ memberNo, kinds });
    }
  }
}

function openOf(stored: StoredState, memberNo: number) {
  const open = <Row extends { readonly toSeq: number | null }>(row: Row | undefined): Row | null =>
    row === undefined || row.toSeq !== null ? null : row;
  return {
    score: open(stored.score.get(memberNo)),
    rfe: open(stored.rfe.get(memberNo)),
    tie: open(stored.tie.get(memberNo)),
    relation: open(stored.relation.get(memberNo)),
  };
}

/** Columns that say when a row was written, or that come from elsewhere than scoring. */
const NOT_COMPARED = new Set(['asOf', 'seq', 'updatedAt', 'assetsFen', 'tier', 'tierVersion']);

function isSameFacts(facts: ReturnType<typeof memberFactsOf>, row: MemberFactsRow | undefined): boolean {
  if (facts === null || row === undefined) return facts === null && row === undefined;
  const expected = new Map<string, unknown>(Object.entries(memberFactsRow(facts, null, 0)));
  return Object.entries(row).every(
    ([name, value]) => NOT_COMPARED.has(name) || (expected.get(name) ?? null) === value,
  );
}
