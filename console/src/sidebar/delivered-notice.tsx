import type { WriteInsert } from '@siyu/shared/contracts/sidebar';
import { insertRefusalSentences } from '@siyu/shared/messages';
import { wordingPlaces } from '../lessons/wording-places.ts';
import type { Delivered } from './deliver-insert.ts';

interface DeliveredNoticeProps {
  readonly delivered: Delivered;
  readonly wanted: WriteInsert;
}

/** What became of a text: sent, refused with the reason and the words in the way, or nobody knows. */
export function DeliveredNotice({ delivered, wanted }: DeliveredNoticeProps) {
  const { decision, outcome } = delivered;
  if (decision.refusal !== null)
    return (
      <div className="notice notice-error" role="alert">
        {insertRefusalSentences[decision.refusal]}
        <WordsInTheWay delivered={delivered} wanted={wanted} />
      </div>
    );
  if (outcome === 'SENT')
    return (
      <div className="notice notice-success" role="status">
        已发到聊天，并已留痕。
      </div>
    );
  if (outcome === 'FAILED')
    return (
      <div className="notice notice-warning" role="alert">
        企业微信没有发出这段话，聊天里不会有它。请检查后再发。
      </div>
    );
  if (outcome === 'UNKNOWN')
    return (
      <div className="notice notice-warning" role="alert">
        企业微信没有答复，不知道有没有发出。请先看聊天里有没有，再在下面确认，不要直接重发。
      </div>
    );
  return (
    <div className="notice" role="status">
      这段话刚才已经处理过，没有再发一次。
    </div>
  );
}

function WordsInTheWay({ delivered: { decision }, wanted: { text, basis } }: DeliveredNoticeProps) {
  const publisher = basis?.reportPublisher ?? '';
  const words: Readonly<Record<string, string>> = { text, 'basis.reportPublisher': publisher };
  const places = wordingPlaces(
    Object.entries(words).map(([path, each]) => ({ path, text: each, isMarkedWrong: false })),
    decision.findings.map((finding) => ({
      ...finding,
      matched: (words[finding.path] ?? '').slice(finding.start, finding.end),
    })),
  );
  if (places.length === 0) return null;
  return (
    <ul className="wording-marks" aria-label="要改的说法">
      {places.map(({ mark, level, before, matched, after, sentence }) => (
        <li key={mark} className={`wording-${level}`}>
          <div>
            {before}
            <mark>{matched}</mark>
            {after}
          </div>
          <div>{sentence}</div>
        </li>
      ))}
    </ul>
  );
}
