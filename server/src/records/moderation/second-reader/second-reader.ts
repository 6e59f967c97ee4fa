import type { Letter } from '../letters.ts';
import { FAULTS, type Fault } from '../wording-dictionary.ts';
import { codesOf, showFeatures, type Stretch } from './features.ts';
import { type Trained, unpackWeights } from './weights.ts';

/** Sentences with fewer things to weigh than this count as if they had as many: a word alone says little. */
const FEATURES_MIN = 20;
/** What the weights of so many things are divided by, so that long sentences are not louder than short ones. */
export const lengthOf = (count: number): number => Math.sqrt(Math.max(FEATURES_MIN, count));
/** Pieces of text a reason names. */
const PIECES_MAX = 3;
/** One sign alone explains nothing. */
const PIECE_MIN = 2;

/** What the second reader thinks of one sentence. */
export interface SecondReading {
  /** In hundredths of the logarithm of the odds: above 0 it reads more like a faulty sentence than like an innocent one. */
  readonly score: number;
  readonly fault: Fault;
  /** The pieces of text, by letters, that weighed most towards a fault. */
  readonly pieces: readonly { readonly from: number; readonly to: number }[];
}

/** Reads sentences by what it learned from labelled ones: each run of up to four signs has a weight, and they add up. */
export class SecondReader {
  readonly #weights = new Map<number, number>();
  readonly #rowOf = new Map<number, number>();
  readonly #byFault: readonly number[];

  constructor(private readonly trained: Trained) {
    const { codes, values } = unpackWeights(trained.weights, 1);
    codes.forEach((code, at) => this.#weights.set(code, (values[at] ?? 0) * trained.step));
    const faults = unpackWeights(trained.faultWeights, FAULTS.length);
    faults.codes.forEach((code, row) => this.#rowOf.set(code, row));
    this.#byFault = faults.values;
  }

  /** The score alone: most sentences need no reasons. */
  scoreOf(letters: readonly Letter[], stretch: Stretch): number {
    let sum = 0;
    const count = showFeatures(letters, stretch, (code) => {
      sum += this.#weights.get(code) ?? 0;
    });
    return 100 * (sum / lengthOf(count) + this.trained.bias);
  }

  read(letters: readonly Letter[], stretch: Stretch): SecondReading {
    return {
      score: this.scoreOf(letters, stretch),
      fault: this.#faultOf(codesOf(letters, stretch)),
      pieces: this.#piecesOf(letters, stretch),
    };
  }

  #faultOf(codes: readonly number[]): Fault {
    const scores = FAULTS.map((_, at) => {
      let sum = 0;
      for (const code of codes) {
        const row = this.#rowOf.get(code);
        if (row !== undefined) sum += this.#byFault[row * FAULTS.length + at] ?? 0;
      }
      const { step = 0, bias = 0 } = this.trained.faults[at] ?? {};
      return (sum * step) / lengthOf(codes.length) + bias;
    });
    return FAULTS[scores.indexOf(Math.max(...scores))] ?? 'promise';
  }

  #piecesOf(letters: readonly Letter[], stretch: Stretch): SecondReading['pieces'] {
    const weighed: { weight: number; from: number; to: number }[] = [];
    showFeatures(letters, stretch, (code, from, to) => {
      const weight = this.#weights.get(code) ?? 0;
      if (weight > 0 && to - from >= PIECE_MIN) weighed.push({ weight, from, to });
    });
    weighed.sort((one, other) => other.weight - one.weight || one.from - other.from);
    const pieces: { from: number; to: number }[] = [];
    for (const { from, to } of weighed) {
      if (pieces.some((piece) => from < piece.to && piece.from < to)) continue;
      pieces.push({ from, to });
      if (pieces.length === PIECES_MAX) break;
    }
    return pieces.sort((one, other) => one.from - other.from);
  }
}
