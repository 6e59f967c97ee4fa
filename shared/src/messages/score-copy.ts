import type { GroupCode, StageCode } from '../contracts/scoring.limits.ts';
import { fen, formatYuan } from '../money/index.ts';
import type { ExplainedScore, RfeScore, TieStrengthScore, WeighedAxis } from '../rfm/index.ts';
import { formatDay, type EpochDay } from '../time/index.ts';
import { fillTemplate } from './fill-template.ts';
import { scoreCopyMessages } from './score-copy.zh-CN.ts';
import { stageNames } from './staff.zh-CN.ts';

/** What is kept of a member by every model; null where a model has not scored. */
export interface CopiedScores {
  readonly value: {
    /** The steps to the next band are not read. */
    readonly explained: Omit<ExplainedScore, 'axes'> & {
      readonly axes: readonly Omit<WeighedAxis, 'toNextBand'>[];
    };
    readonly group: GroupCode;
    /** Most days since the last purchase that count as recent. */
    readonly recentDays: number;
  } | null;
  readonly engagement:
    | (Pick<
        RfeScore,
        | 'asOf'
        | 'recencyBand'
        | 'frequencyBand'
        | 'depthBand'
        | 'lastActiveOn'
        | 'activeDays'
        | 'depthHundredths'
      > & { readonly windowDays: number })
    | null;
  readonly tie: Pick<TieStrengthScore, 'asOf' | 'band' | 'strengthHundredths'> | null;
  readonly relation: { readonly stage: StageCode; readonly reachedOn: EpochDay };
}

/** A part of the copy: a title and whole sentences. */
export interface CopySection {
  readonly title: string;
  readonly lines: readonly string[];
}

type Code = keyof typeof scoreCopyMessages;

/**
 * The part of a member's access copy (PIPL 45, and 24 for the explanation) that tells the scores: complete, in plain
 * words, and neutral. It says what was measured and by which rule, not what would change it. Contributions add up to
 * the score as it is shown. A pure function of what is kept.
 *
 * @returns sections in the order of the copy: purpose, value, engagement, tie, stage
 * @example
 * const none = { value: null, engagement: null, tie: null };
 * scoreCopy({ ...none, relation: { stage: 'FAMILIAR', reachedOn: epochDay(20_781) } })[4] // => { title: '同行阶段', lines: ['「熟悉」，2026年11月24日起。', …] }
 */
export function scoreCopy({ value, engagement, tie, relation }: CopiedScores): readonly CopySection[] {
  return [
    section('copy.title', [say('copy.purpose'), say('copy.rights')]),
    section('value.title', value === null ? [say('value.none')] : valueLines(value)),
    section('engagement.title', engagement === null ? [say('engagement.none')] : engagementLines(engagement)),
    section('tie.title', tie === null ? [say('tie.none')] : tieLines(tie)),
    section('stage.title', [
      say('stage.now', { stage: stageNames[relation.stage], date: dateOf(relation.reachedOn) }),
      say('stage.basis'),
    ]),
  ];
}

function valueLines({ explained, group, recentDays }: NonNullable<CopiedScores['value']>): string[] {
  const { axes, asOf, windowDays, model, weightSum, scoreHundredths } = explained;
  return [
    say('value.basis', { date: dateOf(asOf), windowDays, model }),
    ...axes.map(({ axis, unit, raw, band, lowerBound, upperBound, weight, contributionHundredths }) =>
      say(`value.${axis}`, {
        raw: unit === 'fen' ? yuanOf(raw) : raw,
        band,
        range: rangeOf(unit, lowerBound, upperBound),
        percent: hundredths(Math.round((weight * 10_000) / weightSum)),
        contribution: hundredths(contributionHundredths),
      }),
    ),
    say('value.sum', {
      contributions: axes.map((axis) => hundredths(axis.contributionHundredths)).join(' + '),
      score: hundredths(scoreHundredths),
    }),
    say(`value.group.${group}`, { recentDays }),
  ];
}

function engagementLines(scored: NonNullable<CopiedScores['engagement']>): string[] {
  const { asOf, recencyBand, frequencyBand, depthBand, lastActiveOn, activeDays, windowDays } = scored;
  return [
    say('engagement.basis', { date: dateOf(asOf) }),
    lastActiveOn === null
      ? say('engagement.recency.never', { band: recencyBand })
      : say('engagement.recency', { date: dateOf(lastActiveOn), band: recencyBand }),
    say('engagement.frequency', { windowDays, activeDays, band: frequencyBand }),
    say('engagement.depth', { points: hundredths(scored.depthHundredths), band: depthBand }),
  ];
}

function tieLines({ asOf, band, strengthHundredths }: NonNullable<CopiedScores['tie']>): string[] {
  return [
    say('tie.basis', { date: dateOf(asOf) }),
    say('tie.strength', { strength: hundredths(strengthHundredths), band }),
  ];
}

function rangeOf(unit: WeighedAxis['unit'], lower: number | null, upper: number | null): string {
  const bound = (value: number): string =>
    unit === 'fen' ? say('range.yuan', { amount: yuanOf(value) }) : say('range.times', { count: value });
  if (lower === null) return upper === null ? say('range.any') : say('range.below', { upper: bound(upper) });
  if (upper === null) return say('range.from', { lower: bound(lower) });
  return say('range.between', { lower: bound(lower), upper: bound(upper) });
}

function section(title: Code, lines: readonly string[]): CopySection {
  return { title: say(title), lines };
}

function say(code: Code, values: Readonly<Record<string, string | number>> = {}): string {
  return fillTemplate(scoreCopyMessages[code], values);
}

/** Yuan with thousands apart, as people read them. */
function yuanOf(amountFen: number): string {
  return formatYuan(fen(amountFen)).replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** Hundredths, not negative, with two decimals. */
function hundredths(value: number): string {
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
}

function dateOf(day: EpochDay): string {
  const [year = '', month = '', date = ''] = formatDay(day).split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
