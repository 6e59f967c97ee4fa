import { describe, expect, it } from '@jest/globals';
import { pagesFor } from './pages.ts';

const titles = (...roles: Parameters<typeof pagesFor>[0]) => pagesFor(roles).map(({ title }) => title);

describe('the navigation', () => {
  it('shows a role only what it may use', () => {
    expect(titles('operator')).toEqual([
      '渠道',
      '社群',
      '会员',
      '客群',
      '身份与合并',
      '内容',
      '直播',
      '学习路径',
      '激励规则',
      '积分账',
      '月结',
      '奖励核对',
      '兑换目录',
      '产品',
      '审评',
      '通知',
      '审核',
      '停发',
      '适当性',
      '数据导入',
      '我的导出',
      '任务',
      '平台发送',
      '配置',
      '我的登录',
    ]);
    expect(titles('analyst')).toEqual([
      '渠道',
      '社群',
      '会员',
      '客群',
      '激励规则',
      '积分账',
      '月结',
      '我的导出',
      '配置',
      '我的登录',
    ]);
    expect(titles('auditAdmin')).toEqual([
      '留痕',
      '留存期限',
      '个人信息影响评估',
      '我的导出',
      '配置',
      '我的登录',
    ]);
    expect(titles('systemAdmin')).toEqual([
      '留存期限',
      '数据导入',
      '任务',
      '平台发送',
      '配置',
      '员工与角色',
      '我的登录',
    ]);
    expect(titles('service')).toEqual(['身份与合并', '投诉', '回访', '适当性', '我的登录']);
    expect(titles('compliance')).toEqual(expect.arrayContaining(['推送计划', '会话留痕']));
    expect(titles('adviser')).toContain('推送计划');
    expect(titles('branchHead')).toContain('离职交接');
    expect(titles('adviser', 'systemAdmin')).not.toContain('离职交接');
    expect(titles('relationshipManager')).toContain('推送计划');
    expect(titles('finance')).toEqual(['积分账', '月结', '我的导出', '我的登录']);
  });
});
