import { ContentDraft, LessonDraft } from '@siyu/shared/contracts/content';
import { describe, expect, it } from '@jest/globals';
import { basisOfDraft } from './basis-of-draft.ts';
import { checkDraft } from './check-draft.ts';
import { draftChanges } from './draft-changes.ts';
import { emptyDraft, WRITTEN_KINDS } from './empty-draft.ts';
import { checkPictureFile, checkPictureSize } from './picture-file.ts';

const question = {
  questionId: 'q1',
  question: '什么是复利',
  options: ['甲', '乙'],
  right: 0,
  explanations: ['利上加利', '这是单利'],
};
const draft: LessonDraft = {
  kind: 'lesson',
  pathCode: 'first-steps',
  pathTitle: '第一步',
  position: 1,
  title: '认识复利',
  summary: '早一点开始',
  minutes: 5,
  body: '字'.repeat(200),
  source: '内部整理',
  riskNote: '投资有风险，决定前请了解清楚。',
  stages: [],
  groups: [],
  label: 'education',
  quiz: ['q1', 'q2', 'q3'].map((questionId) => ({ ...question, questionId })),
};
const withFirst = (change: Partial<typeof question>): LessonDraft => ({
  ...draft,
  quiz: draft.quiz.map((each, index) => (index === 0 ? { ...each, ...change } : each)),
});

describe('checking a draft while writing', () => {
  it('passes a whole lesson', () => {
    expect(checkDraft(draft)).toEqual([]);
  });

  it.each<[string, LessonDraft]>([
    ['title', { ...draft, title: '短' }],
    ['summary', { ...draft, summary: '长'.repeat(201) }],
    ['pathCode', { ...draft, pathCode: '路径' }],
    ['pathTitle', { ...draft, pathTitle: '' }],
    ['position', { ...draft, position: 0 }],
    ['minutes', { ...draft, minutes: 61 }],
    ['body', { ...draft, body: '太短' }],
    ['source', { ...draft, source: '' }],
    ['riskNote', { ...draft, riskNote: '有风险' }],
    ['quiz', { ...draft, quiz: draft.quiz.slice(0, 2) }],
    ['quiz.0.question', withFirst({ question: '？' })],
    ['quiz.0.options.1', withFirst({ options: ['甲', ''] })],
    ['quiz.0.explanations.1', withFirst({ explanations: ['利上加利', ''] })],
  ])('finds the fault in %s, as the contract does', (path, faulty) => {
    expect(checkDraft(faulty).map((place) => place.path)).toEqual([path]);
    const issues = LessonDraft.safeParse(faulty).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  it('F-09 REQ-ADV-4 finds advice without its basis, and a report without publisher or day', () => {
    const report = { usesReport: true, reportPublisher: '示例证券研究所', reportOn: '2026-11-20' };
    const advice = (basis: LessonDraft['basis']): LessonDraft => ({ ...draft, label: 'advice', basis });
    const places = (basis: LessonDraft['basis']) => checkDraft(advice(basis)).map(({ path }) => path);
    expect(places(null)).toEqual(['basis.usesReport']);
    expect(places({ ...report, reportPublisher: '', reportOn: null })).toEqual([
      'basis.reportPublisher',
      'basis.reportOn',
    ]);
    expect(places(report)).toEqual([]);
    expect(places({ ...report, usesReport: false, reportPublisher: '' })).toEqual([]);
    expect(basisOfDraft(advice(report))).toBe('依据：示例证券研究所 2026年11月20日发布的研究报告');
  });

  it.each(WRITTEN_KINDS)(
    'F-03 F-10 finds in an empty %s what the contract does, and nothing that this kind does not have',
    (kind) => {
      const empty = emptyDraft(kind);
      const issues = ContentDraft.safeParse(empty).error?.issues ?? [];
      const refused = new Set(issues.map(({ path }) => path.join('.')));
      // The size comes with the picture.
      refused.delete('picture.width');
      refused.delete('picture.height');
      expect(
        checkDraft(empty)
          .map(({ path }) => path)
          .sort(),
      ).toEqual([...refused].sort());
      expect(refused.has('quiz')).toBe(false);
    },
  );

  it('F-03 F-10 says before a picture is sent what is wrong with it', () => {
    expect(checkPictureFile({ type: 'image/gif', size: 10 })).toContain('PNG、JPEG 或 WebP');
    expect(checkPictureFile({ type: 'image/png', size: 0 })).toContain('空');
    expect(checkPictureFile({ type: 'image/png', size: 3 * 1_048_576 })).toBe(
      '图片有 3.0 MB，超过了 2 MB 的上限，请压缩后再选。',
    );
    expect(checkPictureFile({ type: 'image/webp', size: 10 })).toBeNull();
    expect(checkPictureSize({ width: 9_000, height: 10 })).toContain('9000 × 10');
    expect(checkPictureSize({ width: 900, height: 1_600 })).toBeNull();
  });

  it('names the fields that changed', () => {
    expect(draftChanges(draft, { ...draft, title: '新的标题', quiz: [] })).toEqual(['title', 'quiz']);
    expect(draftChanges(draft, { ...draft })).toEqual([]);
  });
});
