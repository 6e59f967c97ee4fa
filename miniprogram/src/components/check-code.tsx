import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { CardCode } from '@siyu/shared/contracts/verification';
import type { CardKind } from '@siyu/shared/contracts/verification.limits';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { call } from '../api/call';
import { useLoaded } from '../reading/use-loaded';
import { say } from '../words/say';
import { Tap } from './tap';

interface CheckCodeProps {
  readonly kind: CardKind;
  readonly cardKey: string;
}

/** The code under a card of ours, and the way to check it. */
export function CodeLine({ kind, code }: { readonly kind: CardKind; readonly code: string }) {
  return (
    <Tap
      id={`check-code-${kind}`}
      className="link"
      onTap={() => void Taro.navigateTo({ url: `/account/verify/index?code=${code}` })}
    >
      <Text>{say('verify.code', { code })}</Text>
    </Tap>
  );
}

/** The same, asked for when it is shown; without an answer there is no line. */
export function CheckCode({ kind, cardKey }: CheckCodeProps) {
  const { data } = useLoaded<CardCode>(
    `code-${kind}-${cardKey}`,
    () => call(verificationRoutes.getCardCode, { params: { kind, key: cardKey } }),
    true,
  );
  return data === null ? null : <CodeLine kind={kind} code={data.code} />;
}
