import type { WordingLevel } from '@siyu/shared/contracts/moderation.limits';
import { initialDictionary } from '../../server/src/records/moderation/dictionary/initial-dictionary.ts';
import { judgeWording } from '../../server/src/records/moderation/judge-wording.ts';
import { initialLimits } from '../../server/src/records/moderation/second-reader/limits.ts';
import { SecondReader } from '../../server/src/records/moderation/second-reader/second-reader.ts';
import { type Example, examplesOf, train } from './train.ts';
import { type TrainingText, trainingTexts } from './training-sentences.ts';

/** The dictionary was made on these sentences: how they are judged tells nothing. */
const SEEN_BY_DICTIONARY = 'development';
/** Lessons are left out by their number in the path: one of each path at a time. */
const foldOf = ({ author }: { readonly author: string }): string => author.replace(/^lesson.*-/, 'lessons, ');

/** Tells in figures how each author's texts are judged by a reader that never saw that author. */
export function judgeByAuthor(): void {
  const texts = trainingTexts();
  const examples = examplesOf(texts);
  const folds = [...new Set(texts.map(foldOf))].filter((fold) => fold !== SEEN_BY_DICTIONARY);
  for (const fold of folds) {
    const others = examples.filter((example: Example) => foldOf(example) !== fold);
    const reader = new SecondReader(train(others, ''));
    const own = texts.filter((text) => foldOf(text) === fold);
    process.stdout.write(`${fold}: ${sentenceOf(own, reader)}\n`);
  }
}

function sentenceOf(texts: readonly TrainingText[], reader: SecondReader): string {
  const levels = texts.map(({ text, fault }) => ({
    isFaulty: fault !== null,
    level: levelOf(text, reader),
  }));
  const percent = (isFaulty: boolean, level: WordingLevel | null): string => {
    const all = levels.filter((each) => each.isFaulty === isFaulty);
    const share = all.filter((each) => each.level === level).length / all.length;
    return all.length === 0 ? '–' : `${(share * 100).toFixed(1)} %`;
  };
  return [
    `of ${texts.length} texts; faulty: clear ${percent(true, null)}, refused ${percent(true, 'refused')}`,
    `innocent: refused ${percent(false, 'refused')}, second look ${percent(false, 'review')}`,
  ].join('; ');
}

/** The gravest of the findings in a text. */
function levelOf(text: string, reader: SecondReader): WordingLevel | null {
  const found = judgeWording(text, initialDictionary, reader, initialLimits);
  if (found.some(({ level }) => level === 'refused')) return 'refused';
  return found.length > 0 ? 'review' : null;
}
