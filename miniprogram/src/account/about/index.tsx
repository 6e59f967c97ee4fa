import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Row } from '../../components/row';
import { Screen } from '../../components/screen';
import { Tap } from '../../components/tap';
import { useStore } from '../../phone/store';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { MIT_TEXT, NOTICES, OWN } from './notices';
import './index.scss';

/** Who runs this and under which licence, whom to call, and whose software it is made of. */
export default function AboutPage() {
  return (
    <Screen name="about">
      <View className="about__head">
        <Text className="about__name">{say('app.name')}</Text>
        <Text id="about-version" className="meta">
          {say('about.version', { version: APP_VERSION })}
        </Text>
      </View>
      <Firm />
      <View className="card card--rows">
        <Row
          id="adviser-entry"
          title={say('adviser.entry')}
          onTap={() => void Taro.navigateTo({ url: '/adviser/book/index' })}
        />
      </View>
      <View id="about-risk" className="card">
        <Text className="about__text">{say('about.risk')}</Text>
      </View>
      <Software />
    </Screen>
  );
}

function Firm() {
  const { runtime } = useStore(session);
  if (runtime === null) return null;
  const { firmName, licenceNo, complaintPhone } = runtime;
  return (
    <View id="about-firm" className="card card--rows">
      <Row title={say('about.firm')} value={firmName} />
      {isNumber(licenceNo) ? <Row id="about-licence" title={say('about.licence')} value={licenceNo} /> : null}
      <Row
        id="about-phone"
        title={say('about.contact')}
        value={complaintPhone}
        onTap={() => void Taro.makePhoneCall({ phoneNumber: complaintPhone }).catch(() => undefined)}
      />
    </View>
  );
}

/** A firm that has set no number yet has a row of noughts or dots in its place. */
function isNumber(licenceNo: string): boolean {
  return /[1-9A-Z]/i.test(licenceNo);
}

function Software() {
  const [isTextShown, setTextShown] = useState(false);
  return (
    <View id="about-software" className="card">
      <Text className="card-title">{say('about.software')}</Text>
      <Text className="about__text">{say('about.software.own', { licence: OWN.licence })}</Text>
      <Text className="about__notice">{OWN.copyright}</Text>
      <Text className="about__text">{say('about.software.others')}</Text>
      {NOTICES.map(({ name, licence, copyright }) => (
        <View key={name} className="about__other">
          <Text className="about__text">
            {name} · {licence}
          </Text>
          <Text className="about__notice">{copyright}</Text>
        </View>
      ))}
      <Tap
        id="mit-text"
        className="link"
        onTap={() => {
          setTextShown(!isTextShown);
        }}
      >
        <Text>{say(isTextShown ? 'about.mit.hide' : 'about.mit.show')}</Text>
      </Tap>
      {isTextShown
        ? MIT_TEXT.map((paragraph) => (
            <Text key={paragraph} className="about__notice">
              {paragraph}
            </Text>
          ))
        : null}
    </View>
  );
}
