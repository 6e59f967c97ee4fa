import type { ProfessionalGround, ProfessionalState } from '../contracts/professional.limits.ts';

/** Raised with every change of the words below: each application stores it. */
export const PROFESSIONAL_TEXT_VERSION = 1;
/** What a professional investor gives up, as the member reads it before asking (Suitability measures, art 12). */
export const PROFESSIONAL_TEXT =
  '成为专业投资者以后，公司不再逐项判断产品是否适合您，销售产品时的风险警示、信息告知和后续回访会少于普通投资者；发生纠纷时，也不再由公司先证明自己没有过错。您可以随时转回普通投资者，当时生效。';

export const professionalGroundNames = {
  CONVERSION_ASSETS: '金融资产不低于 300 万元，有 1 年以上投资经历',
  CONVERSION_INCOME: '近三年年均收入不低于 30 万元，有 1 年以上投资经历',
  LISTED_ASSETS: '金融资产不低于 500 万元，有 2 年以上投资经历',
  LISTED_INCOME: '近三年年均收入不低于 50 万元，有 2 年以上投资经历',
} as const satisfies Record<ProfessionalGround, string>;

export const professionalStateNames = {
  WAITING: '待初核',
  CHECKED: '待复核',
  APPROVED: '已认定',
  REFUSED: '未通过',
  WITHDRAWN: '已撤回',
  ENDED: '已转回普通投资者',
} as const satisfies Record<ProfessionalState, string>;

/** Words of the application on the member's screens. */
export const professionalMessages = {
  'professional.title': '专业投资者',
  'professional.row': '专业投资者申请',
  'professional.kind.ORDINARY': '您现在是普通投资者',
  'professional.kind.PROFESSIONAL': '您现在是专业投资者',
  'professional.until': '{date}前有效',
  'professional.ordinary.hint':
    '普通投资者受到更多保护：风险警示、适当性匹配和回访都更完整。是否申请由您自己决定，我们不会因为您的资产自动转换。',
  'professional.state.WAITING': '申请已提交，等待第一位同事核对材料',
  'professional.state.CHECKED': '材料已核对，等待第二位同事复核',
  'professional.state.APPROVED': '申请已通过',
  'professional.state.REFUSED': '申请没有通过',
  'professional.state.WITHDRAWN': '申请已撤回',
  'professional.state.ENDED': '已转回普通投资者',
  'professional.refusal': '原因：{text}',
  'professional.applied': '{date}提交 · 材料 {count} 张',
  'professional.assess.first': '先完成一次有效的风险测评，才能申请；最低类别的投资者不能申请。',
  'professional.ground': '您符合哪一条',
  'professional.ground.CONVERSION_ASSETS': professionalGroundNames.CONVERSION_ASSETS,
  'professional.ground.CONVERSION_INCOME': professionalGroundNames.CONVERSION_INCOME,
  'professional.ground.LISTED_ASSETS': professionalGroundNames.LISTED_ASSETS,
  'professional.ground.LISTED_INCOME': professionalGroundNames.LISTED_INCOME,
  'professional.experience': '投资经历',
  'professional.experience.hint': '从哪年开始，投资过哪些品种',
  'professional.pictures.hint':
    '资产、收入和投资经历的证明，最多六张，每张不超过 5 MB。只有审核的同事能看，每次打开都有记录。',
  'professional.text': PROFESSIONAL_TEXT,
  'professional.text.title': '申请前请看清',
  'professional.agree': '我已看清，自愿申请',
  'professional.send': '提交申请',
  'professional.sending': '正在提交',
  'professional.return': '转回普通投资者',
  'professional.withdraw': '撤回申请',
  'professional.return.hint': '转回当时生效。改变主意时，请重新申请。',
} as const;
