import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentDraft } from '@siyu/shared/contracts/content';
import { UploadedPicture } from '@siyu/shared/contracts/content-kinds';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { ROOT, type StaffClient, type Whole } from '../harness/index.ts';

export interface PublishedContents {
  readonly articleId: string;
  /** In the list of the desk. */
  readonly posterId: string;
}

const written = {
  label: 'education',
  source: '投资者教育基地读本',
  riskNote: '市场有风险，投资需谨慎。这里讲的是常识，不是投资建议。',
  stages: [],
  groups: [],
} satisfies Partial<ContentDraft>;

/** An article, a card and a poster on their whole way to the members, as the pictures show them. */
export async function publishContents(
  whole: Whole,
  operator: StaffClient,
  compliance: StaffClient,
): Promise<PublishedContents> {
  const publish = async (body: ContentDraft): Promise<string> => {
    const { lessonId } = await operator.call(contentRoutes.createDraft, { body });
    const params = { lessonId };
    const { reviewId, contentSha256 } = await operator.call(contentRoutes.submitLesson, { params });
    await compliance.call(reviewsRoutes.decideReview, {
      params: { reviewId: reviewId ?? '' },
      body: { isApproved: true, comment: '', subjectSha256: contentSha256, lookedAt: [] },
    });
    await operator.call(contentRoutes.publishLesson, { params });
    return lessonId;
  };
  const articleId = await publish({
    kind: 'article',
    ...written,
    title: '基金季报怎么读',
    summary: '规模、费用、持仓和说明，四处各看什么。',
    minutes: 3,
    body: [
      '## 先看规模和费用',
      '季报的前几页写着基金的规模。规模变大或变小，都可能改变管理人的做法，所以先看它和上一季差了多少，差在申购还是净值。费用写在后面，管理费和托管费每天从净值里扣，持有得越久，差别就越清楚。',
      '## 后看持仓和说明',
      '季报里的持仓一栏写着资产放在哪里，集中还是分散。管理人的说明写的是过去一季的想法，读它是为了看想法和做法是否一致，不是为了猜下一季会怎样。读完把不明白的词记下来，可以在咨询里问。',
      '季报只说过去，不代表将来。不着急，一页一页看就好。',
    ].join('\n\n'),
  });
  await publish({
    kind: 'card',
    ...written,
    title: '费率看哪里',
    summary: '管理费写在招募说明书里，每天从净值里扣，不会另外向您收。持有前看一眼，心里有数。',
    targetId: articleId,
  });
  const posterId = await publish({
    kind: 'poster',
    ...written,
    title: '三份钱分开放',
    picture: {
      pictureId: await sendPoster(whole, operator),
      alt: '三张卡片：随时要用的，三到六个月的生活费；几年之内不用的，孩子上学、换房；留给以后的，养老，越早开始越从容。',
      width: 600,
      height: 800,
    },
    targetId: articleId,
  });
  return { articleId, posterId };
}

async function sendPoster(whole: Whole, { cookie }: StaffClient): Promise<string> {
  const { path, method } = contentRoutes.uploadPicture;
  const body = new FormData();
  body.append('file', new Blob([readFileSync(join(ROOT, 'e2e/fixtures/poster.webp'))]), 'poster.webp');
  const headers = { cookie: `${cookie.name}=${cookie.value}`, origin: whole.url };
  const answer = await fetch(whole.url + path, { method, headers, body });
  return UploadedPicture.parse(await answer.json()).pictureId;
}
