const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: '规则名称',
  title: '给客户看的名称',
  reason: '给客户看的原因',
  when: '发生什么',
  condition: '条件',
  mission: '任务',
  then: '送什么',
  limits: '每人限制',
  budget: '预算',
  schedule: '有效期',
  priority: '先后',
  stackingGroup: '同组只送一个',
  holdoutPercent: '对照组',
  valueFen: '每次的价值',
};

/**
 * A place of a draft in words. Of a condition the part that was drawn: what a segment asks for lies inside it.
 * @example draftPlaceName('condition.rules[0].rules[1].value') // => '条件 1.2'
 */
export function draftPlaceName(place: string): string {
  const path = place.replace(/^(?:body\.)?(?:draft\.)?/, '');
  const [field = ''] = path.split(/[.[]/);
  const name = FIELD_NAMES[field] ?? field;
  if (field !== 'condition' && field !== 'mission') return name;
  const at = [...path.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index) + 1);
  if (at.length === 0) return name;
  return field === 'condition' ? `条件 ${at.join('.')}` : `任务第 ${at[0] ?? 1} 步`;
}
