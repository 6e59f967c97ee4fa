import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Row } from '../../components/row';
import { useStore } from '../../phone/store';
import { session } from '../../session/session';
import { say } from '../../words/say';

/** The way to who serves here, and whom to call with a complaint. */
export function About() {
  const { runtime } = useStore(session);
  const complaintPhone = runtime?.complaintPhone;
  return (
    <View id="about" className="card card--rows">
      <Row
        id="complaints-page"
        title={say('care.title')}
        value={say('care.row.value')}
        onTap={() => void Taro.navigateTo({ url: '/account/complaints/index' })}
      />
      {complaintPhone === undefined ? null : (
        <Row
          id="complaint-phone"
          title={say('me.complaint')}
          value={complaintPhone}
          onTap={() => void Taro.makePhoneCall({ phoneNumber: complaintPhone }).catch(() => undefined)}
        />
      )}
      <Row
        id="verify-page"
        title={say('verify.row')}
        value={say('verify.row.value')}
        onTap={() => void Taro.navigateTo({ url: '/account/verify/index' })}
      />
      <Row
        id="about-page"
        title={say('about.title')}
        value={APP_VERSION}
        onTap={() => void Taro.navigateTo({ url: '/account/about/index' })}
      />
    </View>
  );
}
