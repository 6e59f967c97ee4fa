import { decideMatch, isOpen, MATCH_RULE_VERSION } from '@siyu/shared/suitability';
import { canonicalJson } from '../../../../foundation/audit/index.ts';
import { askingSha256, decisionSha256, noticeSha256 } from '../decision-hash.ts';
import { textSha256 } from '../notice-document.ts';
import { type EvidenceDecision, EvidenceFile, type EvidenceNotice, evidenceSha256 } from './evidence-file.ts';

/** What is wrong with a file of evidence; with nothing wrong, what it holds. */
export interface EvidenceVerdict {
  readonly breaks: readonly string[];
  /** Null: it could not even be read. */
  readonly file: EvidenceFile | null;
}

/**
 * Holds a file of evidence against itself, without any database: every hash is computed again, every decision is made
 * again by the rule it names, and nothing that a decision rests on may be missing.
 */
export function verifyEvidence(text: string): EvidenceVerdict {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { breaks: ['The file is no JSON.'], file: null };
  }
  const read = EvidenceFile.safeParse(json);
  if (!read.success) {
    const places = read.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { breaks: [`The file is no evidence of this format (${places.join('; ')}).`], file: null };
  }
  const file = read.data;
  const breaks = [
    ...(text.trimEnd() === canonicalJson(file) ? [] : ['The file is not written as it was made.']),
    ...(evidenceSha256(file) === file.sha256 ? [] : ['The hash of the file differs.']),
    ...file.askings.flatMap((asking) =>
      askingSha256(asking) === asking.sha256 ? [] : [`The hash of asking ${asking.askingId} differs.`],
    ),
    ...file.notices.flatMap(breaksOfNotice),
    ...file.decisions.flatMap((decision) => breaksOfDecision(decision, file)),
  ];
  return { breaks, file };
}

function breaksOfNotice(notice: EvidenceNotice): readonly string[] {
  const { noticeId, text } = notice;
  return [
    ...(textSha256(text) === notice.textSha256
      ? []
      : [`The text of notice ${noticeId} differs from its hash.`]),
    ...(noticeSha256(notice) === notice.sha256 ? [] : [`The hash of notice ${noticeId} differs.`]),
  ];
}

function breaksOfDecision(decision: EvidenceDecision, file: EvidenceFile): readonly string[] {
  const { decisionId, record, clearedUntil, door, decidedAt } = decision;
  const { ruleVersion, rules, question, match } = record;
  const said = (what: string): string => `Decision ${decisionId}: ${what}.`;
  const isMayBuy = door === 'PURCHASE' && isOpen(match);
  return [
    ...(decisionSha256(decision) === decision.sha256 ? [] : [said('its hash differs')]),
    ...(question.door === door && question.at === decidedAt
      ? []
      : [said('it is not the one it is filed as')]),
    ...(ruleVersion === MATCH_RULE_VERSION
      ? canonicalJson(decideMatch(question, rules)) === canonicalJson(match)
        ? []
        : [said('decided again, it comes out otherwise')]
      : [said(`rule ${ruleVersion} decided it; this program has rule ${MATCH_RULE_VERSION}`)]),
    ...((clearedUntil !== null) === isMayBuy ? [] : [said('whether it lets anybody buy differs')]),
    ...missingOf(decision, file).map((what) => said(`${what} is not in the file`)),
  ];
}

/** What a decision rests on has to be there too: a file that leaves out a row proves nothing. */
function missingOf(decision: EvidenceDecision, file: EvidenceFile): readonly string[] {
  // The oldest rows of a file that was cut short may well be those that are missed.
  if (file.isCutShort) return [];
  const { assessmentId } = decision;
  const { askedAt, contactedAt, notices } = decision.record.question.asking;
  const hasAssessment = file.assessments.some((each) => each.assessmentId === assessmentId);
  const hasAsking = file.askings.some((each) => each.askedAt === askedAt);
  const hasContact = file.decisions.some(
    ({ door, decidedAt }) => door === 'PUSH' && decidedAt === contactedAt,
  );
  return [
    ...(assessmentId === null || hasAssessment ? [] : [`assessment ${assessmentId}`]),
    ...(askedAt === null || hasAsking ? [] : ['the asking']),
    ...(contactedAt === null || hasContact ? [] : ['what the firm pushed before']),
    ...notices.flatMap(({ kind, at, investorLevel, productLevel }) =>
      file.notices.some(
        (each) =>
          each.kind === kind &&
          each.givenAt === at &&
          each.investorLevel === investorLevel &&
          each.productLevel === productLevel,
      )
        ? []
        : [`notice ${kind}`],
    ),
  ];
}

/** A verdict in lines for whoever runs the command. */
export function describeEvidence({ breaks, file }: EvidenceVerdict): readonly string[] {
  if (breaks.length > 0 || file === null) return breaks;
  const { memberId, product, day, decisions, notices, askings, sha256, isCutShort } = file;
  return [
    `Member ${memberId}, product ${product.code}, up to ${day}: ${decisions.length} decisions were made again and came out the same; ${notices.length} notices and ${askings.length} askings are as they were.`,
    ...(isCutShort ? ['There was more than a file holds: the oldest rows are not in it.'] : []),
    `SHA-256 ${sha256}: the trail holds the same under suitability.take_evidence, if nobody made the file anew.`,
  ];
}
