import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { errorMessages, memberMessages } from '@siyu/shared/messages';
import { checkWording } from './check-wording.ts';
import { initialDictionary } from './dictionary/initial-dictionary.ts';
import { cpuMs, median } from './testing/cpu.ts';
import { ratesOf, Sentences } from './testing/rates.ts';
import { FAULTS, WordingContext, WordingRules } from './wording-dictionary.ts';

const sentences = Sentences.parse(
  JSON.parse(readFileSync(new URL('./fixtures/sentences.json', import.meta.url), 'utf8')),
);
const check = (text: string) => checkWording(text, initialDictionary);
const places = (text: string) =>
  check(text).map(({ fault, start, end, matched }) => [fault, start, end, matched]);

describe('the wording check', () => {
  it('D-06 is developed on sentences of every fault, three in ten of the faulty ones disguised, and on innocent look-alikes', () => {
    const faulty = sentences.filter(({ fault }) => fault !== null);
    const disguised = faulty.filter(({ disguise }) => disguise !== null);
    expect(faulty.length).toBeGreaterThanOrEqual(110);
    expect(disguised.length / faulty.length).toBeGreaterThanOrEqual(0.3);
    expect(sentences.length - faulty.length).toBeGreaterThanOrEqual(110);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  });

  it('D-06 misses at most 2 % of the sentences of development and stops at most 3 % of the innocent ones', () => {
    const { missed, alarmed } = ratesOf(sentences);
    expect(missed.wrong / missed.total).toBeLessThanOrEqual(0.02);
    expect(alarmed.wrong / alarmed.total).toBeLessThanOrEqual(0.03);
  });

  it.each([
    ['spaces', '放心，保 本 保 息。', ['promise', 3, 10, '保 本 保 息']],
    ['zero width', '放心，保\u200b本\u200b保息。', ['promise', 3, 9, '保\u200b本\u200b保息']],
    ['full width', '现在加ＶＸ聊', ['private_payment', 2, 5, '加ＶＸ']],
    ['traditional', '這個穩賺不賠', ['promise', 2, 6, '穩賺不賠']],
    ['homophones', '这个稳转不陪', ['promise', 2, 6, '稳转不陪']],
    ['pinyin', '这个 wenzhuan 不赔', ['promise', 3, 14, 'wenzhuan 不赔']],
    ['emoji', '申购就送🧧', ['inducement', 0, 6, '申购就送🧧']],
    ['keycaps', '6️⃣0️⃣0️⃣5️⃣1️⃣9️⃣明天买入', ['stock_tip', 0, 22, '6️⃣0️⃣0️⃣5️⃣1️⃣9️⃣明天买入']],
  ])('D-06 names the place in the text as written, behind %s', (_, text, place) => {
    expect(places(text)).toContainEqual(place);
    for (const { start, end, matched } of check(text)) expect(text.slice(start, end)).toBe(matched);
  });

  it.each([
    ['请把钱转到我的卡，卡号 6222 0212 3456 7890 123，户名张三。', 'private_payment.card_number'],
    ['扫我的收款码付咨询费就行。', 'private_payment.personal_account'],
    ['可以绕开公司，直接转给我。', 'private_payment.off_platform'],
    ['您把交易密码发我，我替您下单。', 'private_payment.account_control'],
    ['账户交给我操作，赚了分成，亏了我补。', 'promise.profit_shared'],
    ['分享到三个群就能解锁下一课。', 'inducement.rewarded_sharing'],
  ])(
    'F-09 REQ-ADV-6 REQ-ADV-7 REQ-PUB-8 stops private payment, trading for a client and paid sharing: %s',
    (text, code) => {
      expect(check(text).map(({ reasonCode }) => reasonCode)).toContain(code);
    },
  );

  it('D-06 lets pass what is denied, warned of, quoted or only looks alike, and not what pretends to be', () => {
    expect(check('我们从不承诺保本，也没有稳赚不赔的产品。')).toEqual([]);
    expect(check('遇到说“稳赚不赔”的人，请立即拨打热线。')).toEqual([]);
    expect(check('无风险利率通常用国债收益率来代替。')).toEqual([]);
    expect(places('我们不是骗子，这款产品稳赚不赔。')).toEqual([['promise', 11, 15, '稳赚不赔']]);
    expect(places('不要错过，这款产品稳赚不赔。')).toEqual([['promise', 9, 13, '稳赚不赔']]);
    expect(places('小心别被骗。这款产品稳赚不赔。')).toEqual([['promise', 10, 14, '稳赚不赔']]);
  });

  it('D-06 reads a lesson of 5,000 letters in 20 ms and four times as much hostile text in proportion', () => {
    const innocent = sentences.filter(({ fault }) => fault === null).map(({ text }) => text);
    const lesson = `${sentences[0]?.text ?? ''}。${innocent.join('。')}。${innocent.join('；')}`.slice(
      0,
      5000,
    );
    expect(lesson).toHaveLength(5000);
    check(lesson);
    // The quickest of many: on a busy machine the same work takes more of a processor that is shared.
    const ms = Math.min(...Array.from({ length: 30 }, () => cpuMs(() => check(lesson))));
    expect(ms).toBeLessThanOrEqual(20);
    const hostile = '保本稳赚明天买入加仓茅台'.repeat(2000).slice(0, 20_000);
    const spelt = 'baobenwenzhuanmairu'.repeat(2000).slice(0, 20_000);
    for (const text of [hostile, spelt, '不'.repeat(20_000), '“'.repeat(20_000)])
      expect(median(Array.from({ length: 3 }, () => cpuMs(() => check(text))))).toBeLessThanOrEqual(400);
  });

  it('D-06 takes a dictionary of plain words only and refuses a pattern over a group that is not there', () => {
    const { rules, ...context } = initialDictionary;
    expect(WordingContext.parse(context)).toEqual(context);
    for (const fault of FAULTS) expect(WordingRules.parse(rules[fault])).toEqual(rules[fault]);
    const [pattern] = rules.promise.patterns;
    const broken = { ...rules.promise, patterns: [{ ...pattern, parts: ['nobodyKnowsIt'] }] };
    expect(WordingRules.safeParse(broken).error?.issues[0]?.path).toEqual(['patterns', 0, 'parts']);
    const odd = { ...rules.promise, groups: { ...rules.promise.groups, odd: ['(a+)+$', '.*'] } };
    const promise = WordingRules.parse(odd);
    expect(checkWording(`${'a'.repeat(28)}!`, { ...context, rules: { ...rules, promise } })).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['memberMessages', memberMessages],
    ['errorMessages', errorMessages],
  ])('D-02 D-06 finds nothing in %s, which members read, and finds what is planted there', (_, messages) => {
    const found = (texts: Readonly<Record<string, string>>): string[] =>
      Object.entries(texts).flatMap(([code, text]) =>
        check(text).map(({ matched }) => `${code}: ${matched}`),
      );
    expect(Object.keys(messages).length).toBeGreaterThan(50);
    expect(found(messages)).toEqual([]);
    expect(found({ ...messages, planted: '跟着我们稳赚不赔' })).toEqual(['planted: 稳赚不赔']);
  });
});
