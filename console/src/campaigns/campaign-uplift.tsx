import type { CampaignResults, CampaignUplift } from '@siyu/shared/contracts/campaign-results';
import { campaignOutcomeNames } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { IntervalLine } from '../list/interval-line.tsx';
import { differenceSaid, noUpliftSaid, sideSaid, upliftSentence } from './uplift-words.ts';

/** Segment by segment what the campaign changed, beside those whom the lot held back. */
export function CampaignUpliftPart({ uplift }: Pick<CampaignResults, 'uplift'>) {
  const nothing = noUpliftSaid(uplift);
  return (
    <>
      <h3>推送带来了多少</h3>
      {nothing === null ? (
        <>
          {(uplift ?? []).map((each) => (
            <Segment key={each.segmentKey} uplift={each} />
          ))}
          <p className="note">
            按抽签时的两边比：会收到的客户里后来没有发的也算在内，这样两边才一样。圆点是差别，粗线是 95%
            的区间，虚线是没有差别；同时看几项时，偶尔有一项会碰巧显得有差别。
          </p>
        </>
      ) : (
        <p className="note">{nothing}</p>
      )}
    </>
  );
}

function Segment({ uplift }: { uplift: CampaignUplift }) {
  const { name, included, heldOut, outcomes } = uplift;
  const intervals = outcomes.flatMap(({ difference }) => difference ?? []);
  return (
    <section className="campaign-uplift" aria-label={`客群「${name}」`}>
      <h4>{name}</h4>
      <p>{upliftSentence(uplift)}</p>
      {heldOut > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">客户</th>
              <th scope="col">会收到的 {formatCount(included)} 位</th>
              <th scope="col">对照 {formatCount(heldOut)} 位</th>
              <th scope="col">差别（95% 区间）</th>
              {intervals.length > 0 && <th scope="col">图</th>}
            </tr>
          </thead>
          <tbody>
            {outcomes.map(({ outcome, difference, ...sides }) => (
              <tr key={outcome}>
                <th scope="row">{campaignOutcomeNames[outcome]}</th>
                <td>{sideSaid(sides.included, included)}</td>
                <td>{sideSaid(sides.heldOut, heldOut)}</td>
                <td>{differenceSaid(difference)}</td>
                {difference !== null && (
                  <td className="campaign-interval">
                    <IntervalLine
                      interval={difference}
                      beside={intervals}
                      height={56}
                      label={`${campaignOutcomeNames[outcome]}：${differenceSaid(difference)}`}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
