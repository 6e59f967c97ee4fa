import { matchingRoutes } from '@siyu/shared/contracts/matching.routes';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { basisSaid } from './match-words.ts';
import { OfferLine } from './matched-offer.tsx';

/** What suits to be spoken of with the member now, and what the matrix names and does not suit. */
export function MemberMatches({ memberId }: { memberId: string }) {
  const found = useQuery({
    queryKey: ['members', 'matches', memberId],
    queryFn: ({ signal }) => call(matchingRoutes.getMemberMatches, { params: { memberId } }, signal),
  });
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={3} />
    );
  const { offered, withheld } = found.data;
  return (
    <>
      <p className="note">{basisSaid(found.data)}</p>
      {offered.length === 0 ? (
        <p>现在没有适合主动谈起的。客户自己问起来时照常回答。</p>
      ) : (
        <ul className="offers">
          {offered.map((matched) => (
            <OfferLine key={`${matched.offer.kind} ${matched.offer.code}`} matched={matched}>
              {matched.offer.kind === 'CONTENT' && matched.offer.contents.length > 0 && (
                <p className="note">{matched.offer.contents.map(({ title }) => `《${title}》`).join('')}</p>
              )}
            </OfferLine>
          ))}
        </ul>
      )}
      {withheld.length > 0 && (
        <>
          <h3>现在不谈</h3>
          <ul className="offers">
            {withheld.map((matched) => (
              <OfferLine key={`${matched.offer.kind} ${matched.offer.code}`} matched={matched} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
