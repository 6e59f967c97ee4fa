import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Row } from '../../components/row';
import { useStore } from '../../phone/store';
import { session } from '../../session/session';
import { say } from '../../words/say';

/** Who serves here, under which licence, and whom to call with a complaint. */
export function About() {
  const { runtime } = useStore(session);
  if (runtime === null) return null;
  const { firmName, licenceNo, complaintPhone } = runtime;
  return (
    <View id="about" className="card card--rows">
      <Row title={say('me.firm')} value={firmName} />
      <Row title={say('me.licence')} value={licenceNo} />
      <Row
        id="complaint-phone"
        title={say('me.complaint')}
        value={complaintPhone}
        onTap={() => void Taro.makePhoneCall({ phoneNumber: complaintPhone }).catch(() => undefined)}
      />
    </View>
  );
}
