import { CAMPAIGN_NAME_MAX, CAMPAIGN_PRODUCTS_MAX } from '@siyu/shared/contracts/campaigns.limits';
import { contentKindNames, contentLabelNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { Field } from '../lessons/field.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { useSettled } from '../rules/use-settled.ts';
import { fieldNames } from './campaign-draft.ts';
import { campaignOptionsQuery } from './campaign-queries.ts';
import type { StepProps } from './step-props.ts';

/** A pause in typing after which titles are looked for. */
const PAUSE_MS = 300;

/** What is sent, and which products it is about. */
export function ContentStep({ draft, stored, contentTitle, places, choose, change }: StepProps) {
  const [search, setSearch] = useState('');
  const found = useQuery(campaignOptionsQuery(useSettled(search.trim(), PAUSE_MS)));
  const contents = (found.data?.contents ?? []).map(({ contentId, kind, label, title }) => ({
    value: contentId,
    label: `${contentKindNames[kind]}《${title}》 · ${contentLabelNames[label]}`,
  }));
  // What was chosen before need not be among what is found now.
  if (draft.contentId !== '' && contents.every(({ value }) => value !== draft.contentId))
    contents.unshift({
      value: draft.contentId,
      label: contentTitle === null ? '已选的内容' : `《${contentTitle}》`,
    });
  const known = [...(stored?.products ?? []), ...(found.data?.products ?? [])];
  const products = [
    ...new Map(known.map(({ productId, code, name }) => [productId, `${name}（${code}）`])),
  ].map(([value, label]) => ({ value, label }));
  const named =
    stored?.content.contentId === draft.contentId ? stored.products.filter(({ isNamed }) => isNamed) : [];
  return (
    <>
      <Field label={`${fieldNames.name}（只给同事看）`} path="name" places={places}>
        {(id) => (
          <Input
            id={id}
            maxLength={CAMPAIGN_NAME_MAX}
            placeholder="例如：十二月给新朋友的第一课"
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={`${fieldNames.contentId}（只有审核过、已发布的）`} path="contentId" places={places}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ filterOption: false, onSearch: setSearch }}
            loading={found.isPending}
            value={draft.contentId === '' ? null : draft.contentId}
            placeholder="输入标题查找"
            options={contents}
            notFoundContent={found.isPending ? '正在找' : '没有这个标题的已发布内容'}
            onChange={(contentId: string) =>
              choose(
                contentId,
                found.data?.contents.find((each) => each.contentId === contentId)?.title ?? '',
              )
            }
          />
        )}
      </Field>
      <Field label="涉及的产品（没有就不选）" path="productIds" places={places}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            maxCount={CAMPAIGN_PRODUCTS_MAX}
            showSearch={{ optionFilterProp: 'label' }}
            loading={found.isPending}
            value={draft.productIds}
            placeholder="不涉及具体产品"
            options={products}
            notFoundContent={found.isPending ? '正在找' : '没有在售的产品'}
            onChange={(productIds) => change({ productIds })}
          />
        )}
      </Field>
      <p className="note">
        每个涉及的产品都要与每位客户适当性匹配。
        {named.length > 0 && `文中提到的${named.map(({ name }) => name).join('、')}已自动加上。`}
      </p>
      <FailureNotice error={found.error} />
    </>
  );
}
