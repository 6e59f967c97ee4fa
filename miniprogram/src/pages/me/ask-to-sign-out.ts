import Taro from '@tarojs/taro';
import { signOut } from '../../session/sign-in';
import { say } from '../../words/say';

export async function askToSignOut(): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: say('me.logout'),
    content: say('me.logout.ask'),
    confirmText: say('me.logout.confirm'),
    cancelText: say('me.cancel'),
  });
  if (!confirm) return;
  await signOut();
}
