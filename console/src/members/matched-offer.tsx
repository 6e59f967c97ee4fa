import type { MatchedOffer } from '@siyu/shared/contracts/matching';
import { offerVerdictNames } from '@siyu/shared/messages';
import type { ReactNode } from 'react';
import { againstSaid, offerSaid, reasonsSaid } from './match-words.ts';
import '../styles/matching.css';

interface OfferLineProps {
  readonly matched: MatchedOffer;
  /** How many it suits, of many; absent: it is about one member. */
  readonly figure?: string;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** What suits to be spoken of, with the verdict and all reasons. */
export function OfferLine({ matched, figure, children }: OfferLineProps) {
  const { offer, verdict, whys, against } = matched;
  return (
    <li>
      <p className="offer-head">
        <b>{offerSaid(matched)}</b>
        <span className={`chip ${verdict === 'SUITABLE' ? 'chip-success' : ''}`}>
          {offerVerdictNames[verdict]}
        </span>
        {figure !== undefined && <span className="note">{figure}</span>}
      </p>
      <p>{whys.join('；')}。</p>
      <p className="note">
        因为：{reasonsSaid(matched.reasons)}。{against.length > 0 && `不匹配：${againstSaid(against)}。`}
      </p>
      {offer.kind === 'CONTENT' && offer.contents.length === 0 && (
        <p className="note">现在没有这个主题的内容。</p>
      )}
      {children}
    </li>
  );
}
