import type { Letter } from './letters.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const HAN = /^\p{Script=Han}$/u;
/** Stands for whatever is no Chinese character; no word of more than itself. */
const OTHER = '|';

/** One sentence: its first letter, and for each of its letters the one its word begins with, counted from there. */
interface Sentence {
  readonly first: number;
  readonly starts: readonly number[];
}

/**
 * Tells of a stretch of letters whether it is made of everyday words: a word that begins or ends inside it, or one in it
 * that holds a given letter. What reads as everyday words is no disguise of something else (下限 is not 下线, and 近股票
 * is not 金股).
 */
export class WholeWords {
  readonly #bySentence = new Map<number, Sentence>();

  constructor(private readonly letters: readonly Letter[]) {}

  /** @param soundings letters that sound like those of the forbidden word and are not them */
  readsAsWords(from: number, to: number, soundings: readonly number[]): boolean {
    const { first, starts } = this.#sentenceOf(from);
    const cuts = (at: number): boolean => at < starts.length && starts[at] !== at;
    if (cuts(from - first) || cuts(to - first)) return true;
    return soundings.some((index) => {
      const at = index - first;
      return starts[at] !== at || starts[at + 1] === at;
    });
  }

  /** The sentence a letter stands in, split once. What spaces and dots part is joined. */
  #sentenceOf(index: number): Sentence {
    const sentence = this.letters[index]?.sentence ?? 0;
    const known = this.#bySentence.get(sentence);
    if (known !== undefined) return known;
    let first = index;
    while (first > 0 && this.letters[first - 1]?.sentence === sentence) first -= 1;
    let text = '';
    for (let at = first; this.letters[at]?.sentence === sentence; at += 1) {
      const [reading = ''] = this.letters[at]?.readings ?? [];
      text += HAN.test(reading) && reading.length === 1 ? reading : OTHER;
    }
    const starts: number[] = [];
    for (const { index: start, segment } of words.segment(text)) {
      for (let at = 0; at < segment.length; at += 1) starts.push(segment[at] === OTHER ? start + at : start);
    }
    const split = { first, starts };
    this.#bySentence.set(sentence, split);
    return split;
  }
}
