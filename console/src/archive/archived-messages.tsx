import type { ArchivedEntry } from '@siyu/shared/contracts/archive';
import { messageKindNames, textStateSentences } from '@siyu/shared/messages';
import { formatInstant } from '../format/moments.ts';

interface ArchivedMessagesProps {
  readonly entries: readonly ArchivedEntry[];
  readonly label: string;
  /** Whether the customer in it has a name on this page, or is one of a group. */
  readonly customer: string;
}

const MEGABYTE = 1_048_576;
const sizeOf = (bytes: number): string =>
  bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1_024))} KB`;

/** What was said, with who said it, when, and of what kind it is. */
export function ArchivedMessages({ entries, label, customer }: ArchivedMessagesProps) {
  return (
    <ol className="panorama-rows" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.messageId}>
          <span className="archived-words">
            <span className="strong">
              {entry.speaker === 'CONTACT' ? customer : (entry.staffName ?? '员工（未登记）')}
            </span>
            ：<Words entry={entry} />
            {entry.isRecalled && <span className="chip chip-quiet">已撤回</span>}
          </span>
          <span className="note">
            {formatInstant(entry.sentAt)} · {entry.isInGroup ? '客户群' : '单聊'}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Words({ entry }: { entry: ArchivedEntry }) {
  const { kind, text, textState, fileBytes } = entry;
  const name = messageKindNames[kind] ?? kind;
  const why = textStateSentences[textState];
  if (why !== null)
    return (
      <span className="note">
        {name}。{why}
      </span>
    );
  if (text !== null) return <>{kind === 'text' ? text : `〔${name}〕${text}`}</>;
  return <>{fileBytes === null ? `〔${name}〕` : `〔${name}，${sizeOf(fileBytes)}，不保存原件〕`}</>;
}
