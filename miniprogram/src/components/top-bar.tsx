import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { say } from '../words/say';
import { Tap } from './tap';

/** Title and way back in a browser; in WeChat the phone draws them itself. */
export function TopBar({ title, isTab }: { readonly title: string; readonly isTab: boolean }) {
  return (
    <View className="top-bar">
      {isTab ? null : (
        <Tap id="nav-back" className="top-bar__back" label={say('app.back')} onTap={goBack}>
          <View className="top-bar__arrow" />
        </Tap>
      )}
      <Text className="top-bar__title">{title}</Text>
    </View>
  );
}

/** A page that was opened by its address has nothing behind it; home is the way out. */
function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/home/index' });
}
