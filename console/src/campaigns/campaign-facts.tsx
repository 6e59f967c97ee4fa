import type { CampaignDetail } from '@siyu/shared/contracts/campaigns';
import { contentKindNames, contentLabelNames } from '@siyu/shared/messages';
import { Link } from 'react-router';
import { lessonsPage, mayUse } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { Facts } from '../list/facts.tsx';
import { campaignSentence } from './campaign-words.ts';

/** What was handed in, in words. */
export function CampaignFacts({ detail }: { detail: CampaignDetail }) {
  const { draft, content, products, segments, groups, writer, sender } = detail;
  const mayOpen = mayUse(lessonsPage, useStaff().roles);
  const title = `${contentKindNames[content.kind]}《${content.title}》`;
  return (
    <section className="card" aria-label="推送的内容和对象">
      <p className="rule-said">
        {campaignSentence(draft, { contentTitle: content.title, segments, groups })}
      </p>
      <Facts
        facts={[
          [
            '内容',
            <>
              {mayOpen ? <Link to={`${lessonsPage.path}/${content.contentId}`}>{title}</Link> : title}
              {` 第 ${content.version} 版 · ${contentLabelNames[content.label]} · 内容指纹 ${content.sha256.slice(0, 12)}`}
              {!content.isCurrent && <span className="chip chip-error">已不是现在的版本</span>}
            </>,
          ],
          [
            '产品',
            products.length === 0
              ? '不涉及具体产品'
              : products
                  .map(({ name, code, isNamed }) => `${name}（${code}${isNamed ? '，文中提到' : ''}）`)
                  .join('、'),
          ],
          [
            '发送人',
            `${sender === null ? '还没有交给投资顾问' : sender.name}${sender?.staffId === writer.staffId ? '' : `，${writer.name}起草`}`,
          ],
        ]}
      />
    </section>
  );
}
