import Taro from '@tarojs/taro';
import { Button } from '../components/button';
import { useStore } from '../phone/store';
import { session } from '../session/session';
import { say } from '../words/say';

/** The number of the firm, not one that somebody sent. */
export function CallUs({ id }: { readonly id: string }) {
  const phoneNumber = useStore(session).runtime?.complaintPhone;
  if (phoneNumber === undefined) return null;
  return (
    <Button
      id={id}
      kind="line"
      text={say('app.call', { phone: phoneNumber })}
      onTap={() => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)}
    />
  );
}
