import { createHash } from 'node:crypto';
import { CONSENT_PURPOSES, type ConsentPurpose } from '@siyu/shared/contracts/identity.limits';

/** A text a member decides about. A changed sentence is a new version: old decisions keep the old hash. */
export interface ConsentText {
  readonly purpose: ConsentPurpose;
  readonly version: string;
  readonly title: string;
  readonly text: string;
  readonly sha256: string;
}

const TEXTS = {
  SERVICE: {
    version: 'service-2026-11',
    title: '服务协议与隐私政策',
    paragraphs: [
      '本小程序由本公司提供，用于投资者教育和与您的服务人员保持联系。使用前，请您阅读并决定是否同意以下内容。',
      '我们收集什么：您的微信登录标识，用来认出您；您在本小程序里阅读、学习、答题和分享的记录，用来保存您的进度、安排后续内容。我们不读取您的通讯录、相册和位置。',
      '我们怎样保存：数据保存在中华人民共和国境内。法律法规要求留存的业务记录按规定的期限保存，其他记录您可以要求我们删除或者匿名化。',
      '您的权利：您可以随时在“我的—授权管理”中查看、撤回同意，也可以要求查阅、复制、更正或删除您的个人信息。撤回之后，我们停止记录您的行为，撤回之前已进行的处理不受影响。',
      '本小程序的内容用于投资者教育，不构成投资建议，也不承诺收益。投资有风险，决定请您自行作出。',
    ],
  },
  PROFILING: {
    version: 'profiling-2026-11',
    title: '按您的情况安排内容',
    paragraphs: [
      '同意后，我们会根据您的学习记录以及您已关联的账户情况，调整首页内容的先后次序，并在每张卡片上说明理由。',
      '不同意也不影响使用：首页会按发布时间展示全部内容。您可以随时在“我的—授权管理”中关闭，关闭后立即生效。',
      '我们不会据此对您实行不合理的差别待遇，也不会仅凭自动化方式作出对您有重大影响的决定。您可以要求我们说明安排的依据。',
    ],
  },
  MARKETING: {
    version: 'marketing-2026-11',
    title: '接收服务通知与活动消息',
    paragraphs: [
      '同意后，我们会通过微信服务通知或者您的服务人员，向您发送课程更新、直播提醒和活动消息。',
      '我们会控制发送的次数和时段，夜间不打扰。您可以随时关闭，关闭后不再发送此类消息，不影响您使用其他功能。',
    ],
  },
  SENSITIVE: {
    version: 'sensitive-2026-11',
    title: '单独同意：关联您的证券账户信息',
    paragraphs: [
      '金融账户信息属于敏感个人信息。只有您单独同意后，我们才会把您在本公司的客户号与本小程序关联，并读取您已确认的产品购买记录（时间、产品、金额和费用）。',
      '为什么需要：用来了解您与本公司的服务关系，为您匹配合适的服务人员和学习内容。对您的影响：一旦泄露，可能危及您的财产安全；为此我们只允许岗位需要并且负责您的服务人员查看，并记录关联的时间和方式。',
      '您可以不同意，这不影响您阅读和学习。您也可以随时在“我的—授权管理”中撤回，撤回后我们停止据此为您安排内容；依法必须保存的业务记录仍按规定保存。',
    ],
  },
} as const satisfies Record<
  ConsentPurpose,
  { version: string; title: string; paragraphs: readonly string[] }
>;

function textOf(purpose: ConsentPurpose): ConsentText {
  const { version, title, paragraphs } = TEXTS[purpose];
  const text = paragraphs.join('\n\n');
  const sha256 = createHash('sha256').update(`${title}\n\n${text}`, 'utf8').digest('hex');
  return { purpose, version, title, text, sha256 };
}

// Hashed once: a walk over everybody asks for them with every decision it reads.
export const currentConsentTexts: readonly ConsentText[] = CONSENT_PURPOSES.map(textOf);
const textByPurpose = new Map(currentConsentTexts.map((text) => [text.purpose, text]));

/** The text of a purpose that is in force. The hash covers title and text, as shown. */
export function currentConsentText(purpose: ConsentPurpose): ConsentText {
  return textByPurpose.get(purpose) ?? textOf(purpose);
}
