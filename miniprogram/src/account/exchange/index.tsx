import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { OfferedItem, OfferedItems } from '@siyu/shared/contracts/redemption';
import { redemptionRoutes } from '@siyu/shared/contracts/redemption.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Row } from '../../components/row';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { uuidV7 } from '../../phone/uuid-v7';
import { goToSchool } from '../../reading/open-lesson';
import { type Loaded, useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { Offered } from './offered-item';
import './index.scss';

/** What points can be exchanged for now. */
export default function ExchangePage() {
  const { phase } = useStore(session);
  const offered = useLoaded<OfferedItems>(
    'exchange',
    () => call(redemptionRoutes.listOffered, {}),
    phase === 'entered',
  );
  const { data, problem, reload } = offered;
  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Screen name="exchange">
      {data !== null ? (
        <Ready offered={data} reload={reload} />
      ) : problem !== null ? (
        <Failure sentence={problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}

interface ReadyProps extends Pick<Loaded<OfferedItems>, 'reload'> {
  readonly offered: OfferedItems;
}

function Ready({ offered: { items, points }, reload }: ReadyProps) {
  const [isBusy, setBusy] = useState(false);
  const redeem = async (item: OfferedItem): Promise<void> => {
    if (!(await agrees(item))) return;
    setBusy(true);
    try {
      const params = { redemptionId: uuidV7(Date.now()) };
      await call(redemptionRoutes.redeem, { params, body: { itemId: item.itemId, couponId: item.couponId } });
      void Taro.showToast({ title: say('exchange.done'), icon: 'none' });
    } catch (error) {
      void Taro.showToast({ title: sentenceOfError(error), icon: 'none' });
    }
    await reload();
    setBusy(false);
  };
  return (
    <>
      <View className="card">
        <Text id="exchange-points" className="offered__title">
          {say('exchange.points', { points })}
        </Text>
        <Text className="meta">{say('exchange.points.hint')}</Text>
        <Row
          id="exchange-entitlements"
          title={say('exchange.to_entitlements')}
          onTap={() => void Taro.navigateTo({ url: '/account/entitlements/index' })}
        />
      </View>
      {items.length === 0 ? (
        <Blank
          title={say('exchange.empty')}
          hint={say('exchange.empty.hint')}
          action={{ id: 'exchange-to-school', text: say('exchange.to_school'), onTap: goToSchool }}
        />
      ) : (
        items.map((item) => (
          <Offered
            key={item.itemId}
            item={item}
            points={points}
            isBusy={isBusy}
            onRedeem={() => void redeem(item)}
          />
        ))
      )}
    </>
  );
}

async function agrees({ title, points, couponId }: OfferedItem): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: say('exchange.redeem'),
    content: say(couponId === null ? 'exchange.ask' : 'exchange.ask_with_coupon', { title, points }),
    confirmText: say('exchange.confirm'),
    cancelText: say('exchange.cancel'),
  });
  return confirm;
}
