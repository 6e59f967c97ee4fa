import type {
  CampaignAct,
  CampaignChannel,
  CampaignOutcome,
  CampaignReason,
  CampaignState,
  CampaignStop,
  DeliveryState,
  PostRefusal,
  ViewerStanding,
} from '../contracts/campaigns.limits.ts';

/** Words of campaigns (推送计划), for staff. */
export const campaignStateNames = {
  DRAFT: '草稿',
  IN_REVIEW: '复核中',
  SCHEDULED: '待发送',
  SENDING: '发送中',
  DONE: '已发完',
  CANCELLED: '已取消',
  STOPPED: '已停发',
} as const satisfies Record<CampaignState, string>;

export const campaignChannelNames = {
  FEED_CARD: '首页推荐卡片',
  WECOM_MASS_SEND: '企业微信群发',
  GROUP_POST: '客户群消息',
  MOMENTS_TASK: '企业微信朋友圈',
} as const satisfies Record<CampaignChannel, string>;

export const campaignChannelSentences = {
  FEED_CARD: '在客户小程序首页排在最前，写明由您推荐。',
  WECOM_MASS_SEND: '生成群发任务，您在企业微信里点确认后，客户才会收到。',
  GROUP_POST: '发到您选的客户群，群里每个人都看得到，您在企业微信里点确认后才发出。',
  MOMENTS_TASK: '发到您的企业微信朋友圈，您的全部联系人都看得到，您点确认后才发表。',
} as const satisfies Record<CampaignChannel, string>;

/** Who makes a post be nothing but education. */
export const viewerStandingNames = {
  UNLINKED: '没有关联小程序账号',
  NOT_ASSESSED: '还没有做过风险测评',
  EXPIRED: '风险测评已过期或情况有变化',
  UNSUITABLE: '与提到的产品不匹配',
  SUITABLE: '与提到的产品匹配',
} as const satisfies Record<ViewerStanding, string>;

/** Why a post may not go out as it is. */
export const postRefusalSentences = {
  NOBODY: '现在没有人会看到，所以不能提交。',
  NOT_OWN_GROUP: '选定的群里有已解散的，或群主已经不是发送人。',
  ADVICE: '投资建议只能给签了投资顾问服务协议的客户，不能发到群里或朋友圈。',
  PRIVATE_PRODUCT: '私募产品不能向不特定的人展示，不能发到群里或朋友圈。',
  STRICTER_VIEWER: '看得到的人里有只能看投资者教育内容的，提到产品的内容不能发。',
} as const satisfies Record<PostRefusal, string>;

export const campaignStopSentences = {
  NO_LICENCE: '发送人的投资顾问登记已失效，还没发出的都已撤回。',
  CONTENT_CHANGED: '内容已撤下或有了新版本，不再是复核过的那一版，还没发出的都已撤回。',
  NOBODY: '发出前群里或联系人里已经没有客户，没有发。',
  NOT_OWN_GROUP: '选定的群里有已解散的，或群主已经不是发送人，没有发。',
  ADVICE: '投资建议不能发到群里或朋友圈，没有发。',
  PRIVATE_PRODUCT: '提到的产品改成了私募产品，不能发到群里或朋友圈，没有发。',
  STRICTER_VIEWER: '复核以后看得到的人变了，里面有只能看投资者教育内容的，没有发；还没确认的任务已撤回。',
} as const satisfies Record<CampaignStop, string>;

/** Why a member does not get it. */
export const campaignReasonSentences = {
  NOT_IN_BOOK: '不是发送人服务的客户',
  ACCOUNT_CLOSED: '已注销账号',
  NOT_IN_SEGMENT: '不在选定的客群里',
  EXCLUDED: '在排除的客群里',
  NO_LICENCE: '发送人的投资顾问登记已失效',
  STOPPED: '已被停发',
  CONTENT_CHANGED: '内容不再是复核过的那一版',
  NO_SERVICE_CONSENT: '没有同意服务协议',
  NO_MARKETING_CONSENT: '没有同意接收推荐',
  SWITCHED_OFF: '关闭了个性化服务',
  NO_CONTRACT: '没有生效的投资顾问服务协议',
  UNSUITABLE: '产品与客户不匹配',
  HELD_OUT: '留作对照，不发送',
  ALREADY_READ: '已经读过这篇内容',
  NO_WECOM_CONTACT: '还没有添加企业微信',
  QUIET_HOURS: '发送时间在免打扰时段',
  DAY_LIMIT: '当天已经联系过',
  WEEK_LIMIT: '一周内联系次数已满',
  NOT_VIEWING: '不在选定的群里，也不是联系人',
  NOBODY: '没有人会看到',
  NOT_OWN_GROUP: '选定的群已不是发送人的',
  ADVICE: '投资建议不能发到群里或朋友圈',
  PRIVATE_PRODUCT: '私募产品不能发到群里或朋友圈',
  STRICTER_VIEWER: '看得到的人里有只能看投资者教育内容的',
} as const satisfies Record<CampaignReason, string>;

/** The same as a fact that changed between the preview and the sending. */
export const campaignChangeSentences = {
  NOT_IN_BOOK: '已不是发送人服务的客户',
  ACCOUNT_CLOSED: '注销了账号',
  NOT_IN_SEGMENT: '离开了选定的客群',
  EXCLUDED: '进入了排除的客群',
  NO_LICENCE: '发送人的投资顾问登记失效了',
  STOPPED: '开始停发',
  CONTENT_CHANGED: '内容撤下了或有了新的版本',
  NO_SERVICE_CONSENT: '撤回了服务协议的同意',
  NO_MARKETING_CONSENT: '撤回了接收推荐的同意',
  SWITCHED_OFF: '关闭了个性化服务',
  NO_CONTRACT: '投资顾问服务协议到期或终止了',
  UNSUITABLE: '与产品不再匹配',
  HELD_OUT: '成了对照',
  ALREADY_READ: '自己先读完了',
  NO_WECOM_CONTACT: '已不是企业微信联系人',
  QUIET_HOURS: '到了免打扰时段',
  DAY_LIMIT: '当天已经联系过',
  WEEK_LIMIT: '一周内联系次数已满',
  NOT_VIEWING: '已不在选定的群里，或已不是联系人',
  NOBODY: '没有人会看到',
  NOT_OWN_GROUP: '选定的群已不是发送人的',
  ADVICE: '投资建议不能发到群里或朋友圈',
  PRIVATE_PRODUCT: '私募产品不能发到群里或朋友圈',
  STRICTER_VIEWER: '看得到的人里多了只能看投资者教育内容的',
} as const satisfies Record<CampaignReason, string>;

export const campaignOutcomeNames = {
  OPENED: '打开',
  READ: '读完',
  CONSULTED: '咨询',
  CONVERTED: '签约',
} as const satisfies Record<CampaignOutcome, string>;

export const campaignOutcomeSentences = {
  OPENED: '窗口里打开过这篇内容的客户',
  READ: '窗口里打开过、并读到末尾的客户',
  CONSULTED: '窗口里有过一次咨询，或在内容下面向投资顾问提过问题的客户',
  CONVERTED: '窗口里登记了投资顾问服务协议的客户；买卖从不算作推送的结果',
} as const satisfies Record<CampaignOutcome, string>;

export const deliveryStateNames = {
  QUEUED: '等待发出',
  SENT: '已送达',
  UNKNOWN: '结果不明',
  FAILED: '未送达',
  DROPPED: '没有发送',
  WITHDRAWN: '已撤回',
} as const satisfies Record<DeliveryState, string>;

export const campaignActNames = {
  EDIT: '修改',
  HAND_OVER: '交给投资顾问',
  PREVIEW: '预览受众',
  SUBMIT: '提交复核',
  CANCEL: '取消计划',
  DECIDE: '复核',
} as const satisfies Record<CampaignAct, string>;
