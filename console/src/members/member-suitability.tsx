import type { MemberSuitability as Suitability } from '@siyu/shared/contracts/member-suitability';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import {
  callBackNames,
  investorLevelNames,
  investorStandingNames,
  matchReasonNames,
  matchVerdictNames,
  riskLevelNames,
  trustedRelationNames,
} from '@siyu/shared/messages';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { formatCivilDay } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { Facts } from '../list/facts.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';

/** Not asked for again by itself: every look is on record. */
const suitabilityQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['members', 'suitability', memberId],
    queryFn: ({ signal }) => call(workspaceRoutes.getMemberSuitability, { params: { memberId } }, signal),
    refetchOnWindowFocus: false,
  });

interface MemberSuitabilityProps {
  readonly memberId: string;
  /** Beside a chat: no list of what does not suit. */
  readonly isShort?: boolean;
}

/** Where the member stands, what has to be minded before a product is spoken of, and what suits. */
export function MemberSuitability({ memberId, isShort = false }: MemberSuitabilityProps) {
  const view = useQuery(suitabilityQuery(memberId));
  if (view.error) return <FailureState error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return <ListSkeleton rows={3} />;
  const { suitability } = view.data;
  if (suitability === null)
    return <p className="note">客户没有授权，或信息已限制处理，所以不显示适当性情况。</p>;
  return (
    <>
      <Facts facts={factsOf(suitability)} />
      {suitability.hasRefusedInformation && (
        <p className="notice notice-warning">客户拒绝提供信息，不能介绍产品。</p>
      )}
      <Matches products={suitability.products} isShort={isShort} />
    </>
  );
}

function factsOf(suitability: Suitability): [string, string][] {
  const { standing, level, validUntil, professionalUntil, callBack, trustedRelation, isAdvised } =
    suitability;
  return [
    [
      '风险测评',
      `${investorStandingNames[standing]}${validUntil === null ? '' : `，有效期至 ${formatCivilDay(validUntil)}`}`,
    ],
    ['承受能力', level === null ? '还没有' : investorLevelNames[level]],
    [
      '投资者类别',
      professionalUntil === null ? '普通投资者' : `专业投资者，${formatCivilDay(professionalUntil)} 前有效`,
    ],
    ['谈产品前的回访', callBackNames[callBack]],
    ['安全联系人', trustedRelation === null ? '没有填写' : trustedRelationNames[trustedRelation]],
    ['投顾协议', isAdvised ? '有效' : '没有，不能给投资建议'],
  ];
}

function Matches({ products, isShort }: { products: Suitability['products']; isShort: boolean }) {
  if (products.length === 0) return <p className="note">现在没有在售产品。</p>;
  const shown = isShort ? products.filter(({ verdict }) => verdict === 'SUITABLE') : products;
  if (shown.length === 0) return <p className="note">在售产品里没有可以主动介绍的。</p>;
  return (
    <>
      <p className="note">按现在的情况预判能不能主动介绍；发出时系统再核对一次。</p>
      <ul className="placements" aria-label="在售产品能不能主动介绍">
        {shown.map(({ productId, name, level, verdict, reasons }) => (
          <li key={productId}>
            <div>
              {name}{' '}
              <span className={`chip ${verdict === 'SUITABLE' ? 'chip-success' : 'chip-warning'}`}>
                {matchVerdictNames[verdict]}
              </span>
            </div>
            <div className="note">
              {[
                ...(level === null ? [] : [riskLevelNames[level]]),
                ...reasons.map((reason) => matchReasonNames[reason]),
              ].join('，')}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
