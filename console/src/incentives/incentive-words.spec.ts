import { describe, expect, it } from '@jest/globals';
import { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { draftPlaceName } from './draft-place-name.ts';
import { checkIncentive } from './incentive-draft.ts';
import { newDraft } from './new-draft.ts';
import { begunFrom, incentivePresets } from './incentive-presets.ts';
import { incentiveSentence, limitsSaid, missionSaid } from './incentive-words.ts';

const NOW = Date.UTC(2026, 10, 24, 2);

describe('an incentive rule at the desk', () => {
  it('G-01 G-09 each preset is a whole draft, and says itself in a sentence', () => {
    const said = incentivePresets.map((preset) => {
      const draft = begunFrom(preset, NOW);
      expect(checkIncentive(draft)).toEqual([]);
      expect(IncentiveDraft.parse(draft)).toEqual(draft);
      return incentiveSentence(draft, []);
    });
    expect(said).toEqual([
      '客户学完一课时，送 10 积分',
      '客户学完一课时，如果本周的次数是 3 次，送 30 积分',
      '客户签到时，如果连续的天数是 7 天，送 20 积分',
      '客户做完这个任务时：先完成 3 课，再完成 1 次测验，30 天以内，送 80 积分',
    ]);
  });

  it('G-09 a condition that is not whole has no sentence, and one that names a segment says its name', () => {
    const of = (rule: object) => ({ ...newDraft, condition: { combinator: 'and', rules: [rule] } });
    expect(incentiveSentence(of({ field: 'nthThisWeek', operator: '=', value: null }), [])).toBeNull();
    const named = of({ field: 'segment', operator: 'in', value: ['rule.3'] });
    expect(incentiveSentence(named, [{ key: 'rule.3', name: '老朋友' }])).toBe(
      '客户学完一课时，如果在客群「老朋友」里，送 10 积分',
    );
  });

  it('G-09 missions and limits are said as people say them', () => {
    const step = { event: 'checked_in', count: 7, contentIds: null, days: 'consecutive' } as const;
    expect(missionSaid({ steps: [step], isOrdered: true, withinDays: null })).toBe('连续 7 天签到');
    expect(limitsSaid({ ...newDraft, limits: { ...newDraft.limits, perWeek: 3, coolDownHours: 12 } })).toBe(
      '每人每天最多 1 次、每周最多 3 次、两次至少相隔 12 小时；到账即可用，365 天后过期',
    );
    expect(limitsSaid({ ...newDraft, then: { kind: 'badge', badge: '勤学' } })).toBe('每人每天最多 1 次');
  });

  it.each([
    ['condition.rules[0].rules[1].value', '条件 1.2'],
    ['body.draft.title', '给客户看的名称'],
    ['mission.steps[1].event', '任务第 2 步'],
    ['limits', '每人限制'],
  ])('G-09 the place %s is called %s', (place, name) => {
    expect(draftPlaceName(place)).toBe(name);
  });

  it('G-09 what is missing is told where it is missing', () => {
    expect(checkIncentive(newDraft).map(({ path }) => path)).toEqual([
      'name',
      'title',
      'reason',
      'schedule.until',
    ]);
  });
});
