import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { NoticeSetting, NoticeSettings } from '@siyu/shared/contracts/notifications';
import {
  type NoticeKind,
  WHOLE_ACCOUNT,
  WHOLE_ACCOUNT_KINDS,
} from '@siyu/shared/contracts/notifications.limits';
import { sentenceOfError } from '../../api/api-error';
import { Row } from '../../components/row';
import { Tap } from '../../components/tap';
import { Toggle } from '../../components/toggle';
import { askForNotice, setWish, settingOf } from '../../notices/ask-for-notice';
import { openLives } from '../../reading/open-live';
import { goToSchool } from '../../reading/open-lesson';
import { say } from '../../words/say';

interface KindCardProps {
  readonly setting: NoticeSetting;
  readonly onChanged: (settings: NoticeSettings) => void;
}

/** One kind of reminder: what was asked for, each to be turned off, and how often it may still be sent. */
export function KindCard({ setting, onChanged }: KindCardProps) {
  const [isBusy, setBusy] = useState(false);
  const { kind, messagesLeft, wishes } = setting;
  const asking = settingOf({ settings: [setting], isMarketingAllowed: false }, kind);
  const isWholeAccount = WHOLE_ACCOUNT_KINDS.includes(kind);
  const subjects = isWholeAccount ? [{ subject: WHOLE_ACCOUNT, title: say(`notices.kind.${kind}`) }] : wishes;

  const change = async (work: () => Promise<NoticeSettings | null>): Promise<void> => {
    setBusy(true);
    try {
      const settings = await work();
      if (settings !== null) onChanged(settings);
    } catch (error) {
      void Taro.showToast({ title: sentenceOfError(error), icon: 'none' });
    }
    setBusy(false);
  };
  const turn = (subject: string, isOn: boolean): Promise<void> =>
    change(async () => {
      if (isOn) return setWish(kind, subject, false);
      return asking === null ? null : askForNotice(asking, subject);
    });
  const first = subjects[0];

  return (
    <View id={`kind-${kind}`} className="card notice-kind">
      <Text className="notice-kind__title">{say(`notices.kind.${kind}`)}</Text>
      <Text className="meta">
        {say(asking === null ? 'notices.unavailable' : `notices.kind.${kind}.why`)}
      </Text>
      {subjects.map(({ subject, title }) => {
        const isOn = wishes.some((wish) => wish.subject === subject);
        return (
          <Row key={subject} title={title}>
            <Toggle
              id={isWholeAccount ? `wish-${kind}` : `wish-${subject}`}
              label={say('notices.off', { title })}
              isOn={isOn}
              isBusy={isBusy || (asking === null && !isOn)}
              onTap={() => void turn(subject, isOn)}
            />
          </Row>
        );
      })}
      {wishes.length === 0 && !isWholeAccount ? <NoWish kind={kind} /> : null}
      {asking !== null && wishes.length > 0 && first !== undefined ? (
        <View className="notice-kind__foot">
          <Text id={`left-${kind}`} className="meta">
            {messagesLeft > 0 ? say('notices.left', { count: messagesLeft }) : say('notices.none_left')}
          </Text>
          <Tap
            id={`allow-${kind}`}
            className="link"
            isDisabled={isBusy}
            onTap={() => void change(() => askForNotice(asking, first.subject))}
          >
            <Text>{say('notices.allow')}</Text>
          </Tap>
        </View>
      ) : null}
    </View>
  );
}

/** Where something to be reminded of is chosen. */
function NoWish({ kind }: { readonly kind: NoticeKind }) {
  return kind === 'LIVE_STARTING' ? (
    <Row id="notices-to-lives" title={say('live.reminder.none')} onTap={openLives} />
  ) : (
    <Row id="notices-to-school" title={say('notices.no_wish')} onTap={goToSchool} />
  );
}
