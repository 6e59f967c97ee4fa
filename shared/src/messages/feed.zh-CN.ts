/** Why something stands in the feed; staff read the same words as members. */
export const feedReasonMessages = {
  'feed.reason.continues_path': '因为您学完了《{lesson}》',
  'feed.reason.suits_stage': '适合「{stage}」阶段的您',
  'feed.reason.suits_activity': '和您最近的参与相近',
  'feed.reason.new_lesson': '新上的课',
  'feed.reason.new_article': '新发布的文章',
  'feed.reason.new_card': '新发布的内容',
  'feed.reason.from_adviser': '您的投资顾问{adviser}（登记编码 {registrationNo}）推荐',
  'feed.reason.by_date': '按发布日期',
} as const;
