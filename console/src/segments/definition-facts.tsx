import type { SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { freshnessSaid, holdoutSaid } from './definition-words.ts';
import { openSegmentPath } from './segment-address.ts';

/** How fresh it is, what is held back, what it is made of, who changed it. */
export function DefinitionFacts({ definition }: { definition: SegmentDefinition }) {
  const { freshness, placedPercent, holdout, holdoutPercent, uses, usedBy, authorName, changedAt } =
    definition;
  const facts: (readonly [string, ReactNode])[] = [['数据', freshnessSaid(freshness)]];
  if (placedPercent !== null) facts.push(['归入', `已看过 ${placedPercent}% 的客户，人数还会变化`]);
  facts.push(['对照组', holdoutSaid(holdout, holdoutPercent)]);
  if (uses.length > 0) facts.push(['用到的客群', <Named segments={uses} />]);
  if (usedBy.length > 0) facts.push(['被谁用到', <Named segments={usedBy} />]);
  facts.push(['最近修改', `${authorName}，${formatInstant(changedAt)}`]);
  return <Facts facts={facts} />;
}

function Named({ segments }: { segments: SegmentDefinition['uses'] }) {
  return (
    <>
      {segments.map(({ segmentId, name }) => (
        <Link key={segmentId} className="row-link" to={openSegmentPath(segmentId)}>
          {name}
        </Link>
      ))}
    </>
  );
}
