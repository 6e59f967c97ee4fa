import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Row } from '../../components/row';
import { say } from '../../words/say';

/** The way to what was corrected of lessons the member read, until it has been seen. */
export function CorrectionRow({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <View className="card card--rows">
      <Row
        id="home-corrections"
        title={say('corrections.row')}
        value={say('corrections.row.value', { count })}
        onTap={() => void Taro.navigateTo({ url: '/account/corrections/index' })}
      />
    </View>
  );
}
