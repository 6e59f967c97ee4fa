import type { RetentionEnd, RetentionLineCode } from '../contracts/retention.limits.ts';

interface RetentionWords {
  readonly name: string;
  readonly what: string;
  /** Why it is kept, and why no longer. */
  readonly ground: string;
}

const SECURITIES_LAW = '《证券法》第一百三十七条：客户资料和业务资料保存不少于二十年。';

/** The lines of the retention table in words, for staff. */
export const retentionWords: Readonly<Record<RetentionLineCode, RetentionWords>> = {
  behaviour: {
    name: '行为明细',
    what: '打开、阅读、学习、社群等行为，一条一条的记录。',
    ground: '《个人信息保护法》第十九条：保存期限取必要的最短时间。公司定为二十四个月。',
  },
  dayCounts: {
    name: '行为按天的次数',
    what: '明细清理之后留下的，每人每天每类的次数。',
    ground: '客户同意的服务协议；用于学习记录和评分。',
  },
  account: {
    name: '账号资料',
    what: '登录标识、学习进度、评分、客群、提醒等只为服务本人的资料。',
    ground: '客户同意的服务协议；《个人信息保护法》第四十七条。',
  },
  duties: {
    name: '服务与适当性事件',
    what: '行为记录中有关同意、服务、适当性和交易的部分，以及核心系统报来的服务记录。',
    ground: '《证券期货投资者适当性管理办法》第三十二条、《证券法》第一百三十七条：二十年。',
  },
  consents: {
    name: '同意与撤回',
    what: '每一次决定，连同文本的版本和校验值。',
    ground: '《个人信息保护法》第十四条、第六十九条：由公司证明取得了同意。' + SECURITIES_LAW,
  },
  customers: {
    name: '客户登记',
    what: '客户编号、归属、关联、合并、限制和注销的记录。',
    ground: SECURITIES_LAW + '《反洗钱法》第三十四条：业务关系结束后不少于十年。',
  },
  transactions: { name: '交易与费用', what: '核心系统报来的交易、持有和收入。', ground: SECURITIES_LAW },
  conversations: {
    name: '会话留痕',
    what: '员工与客户在企业微信里的会话、侧边栏发出的话。',
    ground: SECURITIES_LAW + '客户注销后销毁密钥，内容不能再读。',
  },
  publications: {
    name: '发布过的内容',
    what: '课程及其每个版本、群公告、渠道、投放位；直播的方案、备案、录像、发言和观看时间。',
    ground: SECURITIES_LAW,
  },
  reports: {
    name: '假冒举报',
    what: '收到的举报及其处理；不记举报人。',
    ground: '《反电信网络诈骗法》：配合查处。' + SECURITIES_LAW,
  },
  complaints: {
    name: '投诉与回访',
    what: '投诉和回访的登记、经过、结果和附图；注销后只供合规查阅。',
    ground: SECURITIES_LAW + '投诉处理和客户回访的监管规定：登记留存。',
  },
  points: {
    name: '积分账',
    what: '积分的每一笔、余额、批次和月结；注销后只留在编号之下。',
    ground: '《会计档案管理办法》第十四条：会计凭证和账簿保存三十年。',
  },
  trail: {
    name: '留痕与复核',
    what: '员工做过的事、复核、导出、导入和配置的版本。',
    ground: SECURITIES_LAW + '《网络安全法》：日志不少于六个月。',
  },
  assessments: {
    name: '影响评估',
    what: '个人信息保护影响评估的每个版本，从有效期结束的那天算起。',
    ground: '《个人信息保护法》第五十六条：影响评估报告至少保存三年。',
  },
  passing: {
    name: '用完即删',
    what: '登录、验证、平台通知、未完成的文件等，过期或用完后由各自的任务删除。',
    ground: '《个人信息保护法》第十九条：用完即无必要。',
  },
  house: { name: '公司与系统', what: '机构、员工、密钥、任务等，不属于任何客户。', ground: '不是客户信息。' },
};

export const retentionEndNames: Readonly<Record<RetentionEnd, string>> = {
  PURGE: '到期清理',
  CLOSING: '注销时删除',
  PASSING: '用完即删',
  LAW: '依法保存，不清理',
  NOBODY: '不是客户信息',
};
