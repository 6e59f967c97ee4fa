import { groupNames, segmentKindNames, stageNames, tierNames } from './staff.zh-CN.ts';
import { trailActionNames } from './trail.zh-CN.ts';

const filterNames: Readonly<Record<string, string>> = {
  stage: '同行阶段',
  group: '客群',
  segment: '客群',
  search: '搜索',
  actor: '操作人',
  action: '操作',
  subjectId: '对象',
  from: '从',
  to: '到',
};
const codeNames: Readonly<Record<string, string>> = {
  ...stageNames,
  ...groupNames,
  ...tierNames,
  ...trailActionNames,
};

/**
 * The filters of a list in words, for those who decide and for the file itself.
 * @example exportFilterWords({ stage: 'TRUSTING', search: '张' }) // => '同行阶段：信任；搜索：张'
 */
export function exportFilterWords(query: Readonly<Record<string, string>>): string {
  const parts = Object.entries(query).map(([name, value]) => {
    return `${filterNames[name] ?? name}：${name === 'segment' ? segmentWords(value) : named(value)}`;
  });
  return parts.length === 0 ? '没有筛选，范围内的全部' : parts.join('；');
}

function segmentWords(key: string): string {
  const [kind = '', code = ''] = key.split('.');
  const kindName = Object.entries(segmentKindNames).find(([each]) => each === kind)?.[1] ?? kind;
  return `${kindName} ${named(code)}`;
}

const named = (value: string): string =>
  Object.hasOwn(codeNames, value) ? (codeNames[value] ?? value) : value;
