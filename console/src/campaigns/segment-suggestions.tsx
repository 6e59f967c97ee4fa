import type { Suggestions } from '@siyu/shared/contracts/matching';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { formatCount } from '../format/figures.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { OfferLine } from '../members/matched-offer.tsx';
import { suggestionsQuery } from './campaign-queries.ts';
import type { StepProps } from './step-props.ts';

/** What suits to be spoken of with the members of the own book who are in the chosen segments. */
export function SegmentSuggestions({ draft, choose }: Pick<StepProps, 'draft' | 'choose'>) {
  const found = useQuery(suggestionsQuery(draft.segmentKeys));
  return (
    <section className="campaign-suggestions" aria-label="适合谈什么">
      <h3>这些客户适合谈什么</h3>
      <FailureNotice error={found.error} />
      {found.data ? (
        <Found suggestions={found.data} chosen={draft.contentId} choose={choose} />
      ) : (
        !found.error && <ListSkeleton rows={3} />
      )}
    </section>
  );
}

interface FoundProps extends Pick<StepProps, 'choose'> {
  readonly suggestions: Suggestions;
  readonly chosen: string;
}

function Found({ suggestions: { members, offers, version }, chosen, choose }: FoundProps) {
  if (members === 0) return <p className="note">您名下现在没有客户在选定的客群里。</p>;
  return (
    <>
      <p className="note">
        看了名下在选定客群里的 {formatCount(members)} 位客户，按「适合谈什么」第 {version}{' '}
        版逐位匹配；适合的人多的在前，不按收益排序。
      </p>
      {offers.length === 0 && <p>没有适合主动谈起的。</p>}
      <ul className="offers">
        {offers.map(({ offer: matched, suits }) => (
          <OfferLine
            key={`${matched.offer.kind} ${matched.offer.code}`}
            matched={matched}
            figure={`适合 ${formatCount(suits)} 位`}
          >
            {matched.offer.kind === 'CONTENT' &&
              matched.offer.contents.map(({ contentId, title }) => (
                <Button
                  key={contentId}
                  size="small"
                  disabled={contentId === chosen}
                  onClick={() => choose(contentId, title)}
                >
                  {contentId === chosen ? `已选《${title}》` : `改发《${title}》`}
                </Button>
              ))}
          </OfferLine>
        ))}
      </ul>
    </>
  );
}
