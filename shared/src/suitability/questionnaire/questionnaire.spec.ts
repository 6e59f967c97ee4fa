import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CITIC_2018_CUTS,
  findAnswerFaults,
  findQuestionnaireFaults,
  INVESTOR_LEVELS,
  levelOfScore,
  scoreQuestionnaire,
  type Answer,
  type Questionnaire,
} from '../index.ts';

/** Five questions, 100 points at most. */
const QUESTIONNAIRE: Questionnaire = {
  questions: [
    { key: 'income', isMultiple: false, options: pointed({ low: 0, middle: 10, high: 20 }) },
    { key: 'loss', isMultiple: false, options: pointed({ none: 0, some: 19, much: 40 }) },
    { key: 'traded', isMultiple: true, options: pointed({ nothing: 0, bonds: 8, shares: 16, futures: 20 }) },
    {
      key: 'horizon',
      isMultiple: false,
      options: [
        { key: 'short', points: 1, horizonMonths: 6 },
        { key: 'long', points: 10, horizonMonths: 60 },
      ],
    },
    {
      key: 'wants',
      isMultiple: true,
      options: [
        { key: 'safe', points: 0, types: ['FUND_BOND', 'FUND_MONEY'] },
        { key: 'shares', points: 10, types: ['FUND_EQUITY', 'FUND_INDEX'] },
      ],
    },
  ],
  cuts: CITIC_2018_CUTS,
  lowestAnswers: [{ question: 'loss', option: 'none' }],
};

function pointed(points: Readonly<Record<string, number>>) {
  return Object.entries(points).map(([key, value]) => ({ key, points: value }));
}

const answersOf = (chosen: Readonly<Record<string, string>>): readonly Answer[] =>
  Object.entries({
    income: 'low',
    loss: 'some',
    traded: 'nothing',
    horizon: 'short',
    wants: 'safe',
    ...chosen,
  }).map(([question, options]) => ({ question, options: options.split(' ') }));

describe('the level of a score', () => {
  it.each([
    [0, 'C1_LOWEST'],
    [1, 'C1'],
    [19, 'C1'],
    [20, 'C2'],
    [36, 'C2'],
    [37, 'C3'],
    [53, 'C3'],
    [54, 'C4'],
    [82, 'C4'],
    [83, 'C5'],
    [100, 'C5'],
  ])('I-01 CITIC 2018 puts %d into %s', (score, level) => {
    expect(levelOfScore(score, CITIC_2018_CUTS)).toBe(level);
  });

  it.each([
    [0, 'C1'],
    [19, 'C1'],
    [20, 'C2'],
    [39, 'C2'],
    [40, 'C3'],
    [59, 'C3'],
    [60, 'C4'],
    [79, 'C4'],
    [80, 'C5'],
    [100, 'C5'],
  ])('I-01 cuts are configuration: the template of twenties puts %d into %s', (score, level) => {
    expect(levelOfScore(score, { C1: 0, C2: 20, C3: 40, C4: 60, C5: 80 })).toBe(level);
  });

  it('I-01 more points never give a lower level, whatever rising cuts a firm has', () => {
    const cuts = fc
      .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 })
      .map((drawn) => drawn.sort((one, other) => one - other))
      .map(([C1 = 0, C2 = 0, C3 = 0, C4 = 0, C5 = 0]) => ({ C1, C2, C3, C4, C5 }));
    fc.assert(
      fc.property(cuts, fc.nat({ max: 100 }), fc.nat({ max: 100 }), (firm, score, more) => {
        const rank = (points: number) => INVESTOR_LEVELS.indexOf(levelOfScore(points, firm));
        expect(rank(score)).toBeLessThanOrEqual(rank(score + more));
        expect(rank(score)).toBe(Object.values(firm).filter((cut) => score >= cut).length);
      }),
    );
  });
});

describe('scoreQuestionnaire', () => {
  const scored = (chosen: Readonly<Record<string, string>>) =>
    scoreQuestionnaire(QUESTIONNAIRE, answersOf(chosen));

  it('I-01 REQ-SUIT-8 adds up what was chosen, of several options the one with the most points', () => {
    expect(scored({})).toEqual({
      score: 20,
      level: 'C2',
      isLowestByAnswer: false,
      goals: { horizonMonths: 6, types: ['FUND_MONEY', 'FUND_BOND'] },
    });
    expect(scored({ traded: 'bonds shares' }).score).toBe(36);
    expect(scored({ traded: 'shares bonds' }).level).toBe('C2');
    expect(scored({ traded: 'futures bonds' }).level).toBe('C3');
    const most = { income: 'high', loss: 'much', traded: 'futures', horizon: 'long', wants: 'shares safe' };
    expect(scored(most)).toEqual({
      score: 100,
      level: 'C5',
      isLowestByAnswer: false,
      goals: { horizonMonths: 60, types: ['FUND_MONEY', 'FUND_BOND', 'FUND_EQUITY', 'FUND_INDEX'] },
    });
  });

  it('I-01 REQ-SUIT-2 one answer makes the lowest category, however many points the others have', () => {
    const most = { income: 'high', traded: 'futures', horizon: 'long', wants: 'shares' };
    expect(scored({ ...most, loss: 'none' })).toMatchObject({
      score: 60,
      level: 'C1_LOWEST',
      isLowestByAnswer: true,
    });
    const one = { ...QUESTIONNAIRE, lowestAnswers: [{ question: 'traded', option: 'nothing' }] };
    const level = (traded: string) =>
      scoreQuestionnaire(one, answersOf({ ...most, traded, loss: 'much' })).level;
    expect([level('nothing'), level('futures nothing'), level('bonds')]).toEqual([
      'C1_LOWEST',
      'C1_LOWEST',
      'C5',
    ]);
    // An option of the same name elsewhere is another answer.
    expect(
      scoreQuestionnaire({ ...one, lowestAnswers: [{ question: 'income', option: 'none' }] }, answersOf({}))
        .level,
    ).toBe('C2');
  });

  it('I-01 counts the shortest time that was said, and none when no question asks for it', () => {
    const [horizon] = QUESTIONNAIRE.questions.filter(({ key }) => key === 'horizon');
    if (horizon === undefined) throw new Error('no horizon');
    const questions = [horizon, { ...horizon, key: 'again' }];
    const goals = (first: string, again: string) =>
      scoreQuestionnaire({ ...QUESTIONNAIRE, questions, lowestAnswers: [] }, [
        { question: 'horizon', options: [first] },
        { question: 'again', options: [again] },
      ]).goals;
    expect(goals('long', 'short')).toEqual({ horizonMonths: 6, types: [] });
    expect(goals('long', 'long')).toEqual({ horizonMonths: 60, types: [] });
    const plain = { key: 'loss', isMultiple: false, options: pointed({ some: 5 }) };
    const alone = { ...QUESTIONNAIRE, questions: [plain] };
    expect(scoreQuestionnaire(alone, [{ question: 'loss', options: ['some'] }]).goals).toEqual({
      horizonMonths: null,
      types: [],
    });
  });

  it('I-01 says of every question what is wrong with its answer, and scores nothing that is not whole', () => {
    const whole = answersOf({});
    const without = (key: string) => whole.filter(({ question }) => question !== key);
    const faults = (answers: readonly Answer[]) =>
      findAnswerFaults(QUESTIONNAIRE, answers).map(({ question, fault }) => `${question} ${fault}`);
    expect(faults(whole)).toEqual([]);
    const cases: readonly [readonly Answer[], string][] = [
      [without('loss'), 'loss unanswered'],
      [[...without('loss'), { question: 'loss', options: [] }], 'loss unanswered'],
      [[...whole, { question: 'loss', options: ['some'] }], 'loss answered_twice'],
      [answersOf({ loss: 'some much' }), 'loss several_options'],
      [answersOf({ traded: 'bonds bonds' }), 'traded option_repeated'],
      [answersOf({ traded: 'bonds gold' }), 'traded unknown_option'],
      [answersOf({ loss: 'constructor' }), 'loss unknown_option'],
      [[...whole, { question: 'age', options: ['60'] }], 'age unknown_question'],
    ];
    for (const [answers, fault] of cases) {
      expect(faults(answers)).toEqual([fault]);
      expect(() => scoreQuestionnaire(QUESTIONNAIRE, answers)).toThrow(fault.replace(' ', ': '));
    }
    const stranger = { question: 'age', options: ['60'] };
    expect(faults([stranger, ...without('loss'), stranger])).toEqual([
      'loss unanswered',
      'age unknown_question',
    ]);
    expect(faults([])).toHaveLength(5);
  });
});

describe('findQuestionnaireFaults', () => {
  const faults = (parts: Partial<Questionnaire>) =>
    findQuestionnaireFaults({ ...QUESTIONNAIRE, ...parts }).map(({ fault, place }) => `${fault} ${place}`);

  it('I-01 finds what would make levels unreachable or answers doubtful, and nothing else', () => {
    expect(faults({})).toEqual([]);
    const [first, second, ...rest] = QUESTIONNAIRE.questions;
    if (first === undefined || second === undefined) throw new Error('no questions');
    expect(faults({ questions: [first, second, ...rest, first] })).toEqual([
      'question_repeated questions[5]',
    ]);
    const options = [...first.options, { key: 'low', points: 1 }];
    expect(faults({ questions: [{ ...first, options }, second, ...rest] })).toEqual([
      'option_repeated questions[0].options',
    ]);
    expect(faults({ cuts: { ...CITIC_2018_CUTS, C3: 20 } })).toEqual(['cuts_not_rising cuts.C3']);
    expect(faults({ cuts: { ...CITIC_2018_CUTS, C1: -1 } })).toEqual(['cuts_not_rising cuts.C1']);
    expect(faults({ cuts: { ...CITIC_2018_CUTS, C1: 0 } })).toEqual([]);
    expect(faults({ cuts: { ...CITIC_2018_CUTS, C5: 100 } })).toEqual([]);
    expect(faults({ cuts: { ...CITIC_2018_CUTS, C5: 101 } })).toEqual(['level_out_of_reach cuts.C5']);
    expect(
      faults({
        lowestAnswers: [
          { question: 'loss', option: 'none' },
          { question: 'loss', option: 'low' },
          { question: 'age', option: 'none' },
        ],
      }),
    ).toEqual(['unknown_lowest_answer lowestAnswers[1]', 'unknown_lowest_answer lowestAnswers[2]']);
    expect(faults({ questions: [] }).slice(0, 5)).toEqual(
      ['C1', 'C2', 'C3', 'C4', 'C5'].map((level) => `level_out_of_reach cuts.${level}`),
    );
    const empty = { key: 'empty', isMultiple: false, options: [] };
    expect(faults({ questions: [...QUESTIONNAIRE.questions, empty] })).toEqual([]);
  });
});
