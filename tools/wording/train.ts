import { readWording } from '../../server/src/records/moderation/check-wording.ts';
import { initialDictionary } from '../../server/src/records/moderation/dictionary/initial-dictionary.ts';
import { codesOf } from '../../server/src/records/moderation/second-reader/features.ts';
import { lengthOf } from '../../server/src/records/moderation/second-reader/second-reader.ts';
import { packWeights, type Trained } from '../../server/src/records/moderation/second-reader/weights.ts';
import { type Fault, FAULTS } from '../../server/src/records/moderation/wording-dictionary.ts';
import { fitLogistic } from './logistic.ts';
import type { SparseRows } from './sparse.ts';
import type { TrainingText } from './training-sentences.ts';

/** Rare runs tell more than common ones: they may weigh more, by this power of their rarity. */
const RARITY = 1.5;
const RARITY_UNIT = 5;
const SEEN_MIN = 2;
const PENALTY = 0.01;
/** What is kept of the weights, the largest first. */
const KEPT = 32_000;
const FAULTS_KEPT = 4_000;
const UNITS = 127;
const PROSE_SHARE = { lesson: 2, app: 0.5 } as const;

export interface Example {
  readonly author: string;
  readonly fault: Fault | null;
  readonly share: number;
  readonly codes: readonly number[];
}

/** What the second reader is shown of each text. A sample of several sentences is shown whole, an innocent one in parts too. */
export function examplesOf(texts: readonly TrainingText[]): Example[] {
  return texts.flatMap(({ author, text, fault, isProse }) => {
    const { letters, sentences } = readWording(text, initialDictionary);
    const excuses = new Set(sentences.flatMap((sentence) => [...sentence.excuses]));
    const whole = { from: 0, to: letters.length, excuses };
    const isSeveral = sentences.length > 1;
    const parts = fault === null && (isSeveral || isProse) ? sentences : [];
    const shown = isProse ? parts : [whole, ...parts];
    const share = !isProse ? 1 : author === 'app' ? PROSE_SHARE.app : PROSE_SHARE.lesson;
    return shown.map((stretch) => ({ author, fault, share, codes: codesOf(letters, stretch) }));
  });
}

/** Learns from examples. The same examples give the same weights. */
export function train(examples: readonly Example[], sha256: string): Trained {
  const columns = columnsOf(examples);
  const main = fit(
    examples,
    columns,
    examples.map(({ fault }) => fault !== null),
  );
  const kept = largest(main.weights, KEPT);
  const { step, values } = quantised(main.weights, kept);
  const faulty = examples.filter(({ fault }) => fault !== null);
  const byFault = FAULTS.map((each) =>
    fit(
      faulty,
      columns,
      faulty.map(({ fault }) => fault === each),
    ),
  );
  const strength = Float64Array.from(columns.codes, (_, at) =>
    Math.max(...byFault.map(({ weights }) => Math.abs(weights[at] ?? 0))),
  );
  const faultsKept = largest(strength, FAULTS_KEPT);
  const quantisedFaults = byFault.map(({ weights }) => quantised(weights, faultsKept));
  const codesAt = (places: readonly number[]) => places.map((at) => columns.codes[at] ?? 0);
  return {
    sha256,
    bias: rounded(main.bias),
    step,
    weights: packWeights({ codes: codesAt(kept), values }, 1),
    faults: byFault.map(({ bias }, at) => ({ bias: rounded(bias), step: quantisedFaults[at]?.step ?? 0 })),
    faultWeights: packWeights(
      {
        codes: codesAt(faultsKept),
        values: faultsKept.flatMap((_, at) => quantisedFaults.map((each) => each.values[at] ?? 0)),
      },
      FAULTS.length,
    ),
  };
}

interface Columns {
  readonly codes: readonly number[];
  readonly of: ReadonlyMap<number, number>;
  /** What an entry of the column is worth before the length of its sentence is taken into account. */
  readonly scales: Float64Array;
}

function columnsOf(examples: readonly Example[]): Columns {
  const seen = new Map<number, number>();
  for (const { codes } of examples) for (const code of codes) seen.set(code, (seen.get(code) ?? 0) + 1);
  const codes = [...seen].filter(([, count]) => count >= SEEN_MIN).map(([code]) => code);
  codes.sort((one, other) => one - other);
  const scales = Float64Array.from(
    codes,
    (code) => (Math.log((examples.length + 1) / ((seen.get(code) ?? 0) + 1)) / RARITY_UNIT) ** RARITY,
  );
  return { codes, of: new Map(codes.map((code, at) => [code, at])), scales };
}

function fit(
  examples: readonly Example[],
  columns: Columns,
  isTrue: readonly boolean[],
): { weights: Float64Array; bias: number } {
  const rows = rowsOf(examples, columns);
  const shares = examples.map(({ share }) => share);
  const point = fitLogistic({ rows, isTrue, shares }, PENALTY);
  const weights = columns.scales.map((scale, at) => scale * (point[at] ?? 0));
  return { weights, bias: point.at(-1) ?? 0 };
}

function rowsOf(examples: readonly Example[], { of, scales }: Columns): SparseRows {
  const known = examples.map(({ codes }) => codes.map((code) => of.get(code) ?? -1).filter((at) => at >= 0));
  const starts = new Int32Array(examples.length + 1);
  known.forEach((places, row) => {
    starts[row + 1] = (starts[row] ?? 0) + places.length;
  });
  const columns = Int32Array.from(known.flat());
  const values = new Float64Array(columns.length);
  examples.forEach(({ codes }, row) => {
    const length = lengthOf(codes.length);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
      values[at] = (scales[columns[at] ?? 0] ?? 0) / length;
  });
  return { width: scales.length, starts, columns, values };
}

/** Places of the largest weights, by their order. */
function largest(weights: Float64Array, count: number): number[] {
  const places = Array.from(weights, (_, at) => at);
  const size = (at: number): number => Math.abs(weights[at] ?? 0);
  return places
    .sort((one, other) => size(other) - size(one) || one - other)
    .slice(0, count)
    .sort((one, other) => one - other);
}

function quantised(weights: Float64Array, places: readonly number[]): { step: number; values: number[] } {
  const step = rounded(Math.max(...places.map((at) => Math.abs(weights[at] ?? 0))) / UNITS);
  return {
    step,
    values: places.map((at) => Math.max(-UNITS, Math.min(UNITS, Math.round((weights[at] ?? 0) / step)))),
  };
}

/** Few enough digits that the last bits of a sum do not show. */
const rounded = (value: number): number => Number(value.toPrecision(6));
