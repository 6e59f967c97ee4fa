import type { Withheld as Why } from '@siyu/shared/contracts/panorama.limits';
import { withheldSentences } from '@siyu/shared/messages';

/** Says why a part is not shown, instead of an empty list that looks like nothing happened. */
export const Withheld = ({ why }: { why: Why }) => <p className="note">{withheldSentences[why]}</p>;
