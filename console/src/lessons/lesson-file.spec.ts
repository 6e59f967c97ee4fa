import { describe, expect, it } from '@jest/globals';
import { checkFile } from './lesson-file.ts';
import { nextQuestionId } from './question-id.ts';
import { paragraphs } from './paragraphs.ts';
import { placeName } from './place-name.ts';

describe('a lesson file before it is sent', () => {
  it('is fit as JSON within the limit and shows its title', () => {
    expect(checkFile({ name: '课.JSON', size: 20 }, '{"title":"指数基金入门"}')).toEqual({
      isFit: true,
      title: '指数基金入门',
    });
  });

  it.each([
    [{ name: 'a.pdf', size: 10 }, '', /\.json/],
    [{ name: 'a.json', size: 0 }, '', /空/],
    [{ name: 'a.json', size: 262_145 }, '', /257 KB.*256 KB/],
    [{ name: 'a.json', size: 9 }, '{"title":', /JSON/],
    [{ name: 'a.json', size: 2 }, '[]', /JSON/],
  ])('is refused with its reason: %j', (file, text, reason) => {
    expect(checkFile(file, text)).toMatchObject({ isFit: false, sentence: expect.stringMatching(reason) });
  });
});

describe('names of places', () => {
  it.each([
    ['title', '标题'],
    ['quiz', '小测'],
    ['quiz.0.options.1', '小测第 1 题 · 选项 2'],
    ['quiz[2].explanations.1', '小测第 3 题 · 选项解释 2'],
    ['stages.0', '适合的阶段第 1 项'],
    ['', '内容'],
    ['picture.alt', '图片说明'],
    ['picture', '海报图片'],
  ])('%s is %s', (path, name) => {
    expect(placeName(path)).toBe(name);
  });
});

describe('the preview', () => {
  it('parts the body as the phone will', () => {
    expect(paragraphs('开头\r\n第二行\r\n\r\n## 小标题\n正文\n\n\n##没有空格')).toEqual([
      { kind: 'text', text: '开头\n第二行' },
      { kind: 'heading', text: '小标题' },
      { kind: 'text', text: '正文' },
      { kind: 'text', text: '##没有空格' },
    ]);
  });

  it('never gives a new question the id of another', () => {
    expect(nextQuestionId([{ questionId: 'q1' }, { questionId: 'q3' }])).toBe('q4');
  });
});
