import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { CheckInState } from '@siyu/shared/contracts/awards';
import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import type { PointsSummary } from '@siyu/shared/contracts/points';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { Row } from '../../components/row';
import { say } from '../../words/say';

interface BalanceProps {
  readonly points: PointsSummary;
  readonly checkIn: CheckInState;
  readonly reload: () => Promise<void>;
}

/** Points that can be used, and the one thing that can be done every day. */
export function Balance({ points, checkIn, reload }: BalanceProps) {
  const { available, pending, expiring } = points;
  return (
    <View className="card">
      <Text id="points-available" className="points__sum">
        {say('points.available', { points: available })}
      </Text>
      {pending === 0 ? null : (
        <Text className="meta points__line">{say('points.pending', { points: pending })}</Text>
      )}
      {expiring === null ? null : (
        <Text className="meta points__line">{say('points.expiring', { ...expiring })}</Text>
      )}
      <CheckIn checkIn={checkIn} reload={reload} />
      <Row
        id="points-statement"
        title={say('points.to_statement')}
        onTap={() => void Taro.navigateTo({ url: '/account/statement/index' })}
      />
      <Row
        id="points-exchange"
        title={say('points.to_exchange')}
        onTap={() => void Taro.navigateTo({ url: '/account/exchange/index' })}
      />
    </View>
  );
}

function CheckIn({ checkIn: { isDone, streakDays }, reload }: Omit<BalanceProps, 'points'>) {
  const [isBusy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    setBusy(true);
    try {
      await call(awardsRoutes.checkIn, {});
    } catch (error) {
      void Taro.showToast({ title: sentenceOfError(error), icon: 'none' });
    }
    await reload();
    setBusy(false);
  };
  if (isDone)
    return (
      <Text id="checked-in" className="points__line points__done">
        {say('points.check_in.done', { days: streakDays })}
      </Text>
    );
  return (
    <View className="points__act">
      <Button id="check-in" text={say('points.check_in')} isDisabled={isBusy} onTap={() => void check()} />
      <Text className="meta points__line">{say('points.check_in.hint')}</Text>
    </View>
  );
}
