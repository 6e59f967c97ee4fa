import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Row } from '../../components/row';
import { say } from '../../words/say';

/** What protects the member as an investor. */
export function InvestorRows() {
  return (
    <View className="card card--rows">
      <Row
        id="elder-page"
        title={say('elder.row')}
        onTap={() => void Taro.navigateTo({ url: '/account/elder/index' })}
      />
      <Row
        id="professional-page"
        title={say('professional.row')}
        onTap={() => void Taro.navigateTo({ url: '/account/professional/index' })}
      />
    </View>
  );
}
