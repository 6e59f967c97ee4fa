export interface Judgement {
  readonly suggest: 'pass' | 'review' | 'risky';
  /** 100 is in order; the others name what is wrong. */
  readonly label: number;
  /** The word that decided; null when none did. */
  readonly keyword: string | null;
}

/** What the box objects to: few words, the same each time, so that a test knows what comes. */
const WORDS: readonly (readonly [keyword: string, suggest: 'review' | 'risky', label: number])[] = [
  ['sbx-risky', 'risky', 20006],
  ['sbx-review', 'review', 21000],
  ['稳赚不赔', 'risky', 20008],
  ['保本高息', 'risky', 20008],
  ['代客理财', 'risky', 20006],
  ['加微信领牛股', 'risky', 10001],
  ['低俗', 'review', 20012],
  ['混蛋', 'review', 20003],
];

export const IN_ORDER: Judgement = { suggest: 'pass', label: 100, keyword: null };

/** The gravest word decides, the first of equals. */
export function judge(text: string): Judgement {
  const found = WORDS.filter(([keyword]) => text.includes(keyword));
  const [decisive] = [...found.filter(([, suggest]) => suggest === 'risky'), ...found];
  if (decisive === undefined) return IN_ORDER;
  const [keyword, suggest, label] = decisive;
  return { suggest, label, keyword };
}
