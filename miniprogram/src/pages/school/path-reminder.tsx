import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { NoticeSettings } from '@siyu/shared/contracts/notifications';
import { Tap } from '../../components/tap';
import { askForNotice, settingOf } from '../../notices/ask-for-notice';
import type { Loaded } from '../../reading/use-loaded';
import { say } from '../../words/say';

/** Asks to be told of the next lesson of a path; one that is asked for leads to where it can be changed. */
export function PathReminder({
  pathCode,
  notices,
}: {
  readonly pathCode: string;
  readonly notices: Loaded<NoticeSettings>;
}) {
  const [isBusy, setBusy] = useState(false);
  const setting = settingOf(notices.data, 'NEW_LESSON');
  if (setting === null) return null;
  const isWished = setting.wishes.some(({ subject }) => subject === pathCode);

  const press = async (): Promise<void> => {
    if (isWished) return void Taro.navigateTo({ url: '/account/notices/index' });
    setBusy(true);
    const settings = await askForNotice(setting, pathCode);
    if (settings !== null) notices.change(() => settings);
    setBusy(false);
  };
  return (
    <Tap
      id={`remind-${pathCode}`}
      className="link path-card__remind"
      isDisabled={isBusy}
      onTap={() => void press()}
    >
      <Text>{say(isWished ? 'notices.reminded' : 'notices.remind')}</Text>
    </Tap>
  );
}
