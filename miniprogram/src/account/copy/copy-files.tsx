import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { CopyOrder } from '@siyu/shared/contracts/privacy';
import { COPY_FORMATS } from '@siyu/shared/contracts/privacy.limits';
import { sentenceOfError } from '../../api/api-error';
import { Button } from '../../components/button';
import { Tap } from '../../components/tap';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { fetchFile } from './fetch-file';
import { useCopyOrders } from './use-copy-orders';

const PLATFORM = process.env.TARO_ENV === 'weapp' ? 'weapp' : 'h5';

/** A file of everything, made in the background: asked for here, followed, and fetched while it is kept. */
export function CopyFiles() {
  const { orders, problem, isBusy, order } = useCopyOrders();
  const isUnderway = orders.some(({ state }) => state === 'QUEUED' || state === 'RUNNING');
  return (
    <View id="copy-files" className="card">
      <Text className="card-title">{say('copy.file')}</Text>
      <Text className="sub copy__hint">{say('copy.file.hint')}</Text>
      {problem === null ? null : <Text className="copy__problem">{problem}</Text>}
      {orders.map((each) => (
        <Order key={each.orderId} order={each} />
      ))}
      {COPY_FORMATS.map((format) => (
        <View key={format} className="copy__order">
          <Button
            id={`order-${format.toLowerCase()}`}
            kind="line"
            text={say(`copy.file.order.${format}`)}
            isDisabled={isBusy || isUnderway}
            onTap={() => void order(format)}
          />
        </View>
      ))}
    </View>
  );
}

function Order({ order }: { readonly order: CopyOrder }) {
  const take = async (): Promise<void> => {
    const said = await fetchFile(order.orderId).then(
      () => say(`copy.file.fetched.${PLATFORM}`),
      (error: unknown) => sentenceOfError(error),
    );
    void Taro.showToast({ title: said, icon: 'none' });
  };
  return (
    <View className="copy__line">
      <View className="copy__file">
        <Text className="copy__what">
          {say(`copy.file.name.${order.format}`, { date: momentInWords(order.requestedAt) })}
        </Text>
        <Text className="copy__note">{stateInWords(order)}</Text>
      </View>
      {order.state === 'DONE' ? (
        <Tap id={`fetch-${order.format.toLowerCase()}`} className="link" onTap={() => void take()}>
          <Text>{say(`copy.file.fetch.${PLATFORM}`)}</Text>
        </Tap>
      ) : null}
    </View>
  );
}

function stateInWords({ state, percent, expiresAt }: CopyOrder): string {
  if (state === 'RUNNING') return say('copy.file.running', { percent });
  if (state === 'DONE' && expiresAt !== null)
    return say('copy.file.done', { date: momentInWords(expiresAt) });
  return say(
    state === 'QUEUED' ? 'copy.file.queued' : state === 'FAILED' ? 'copy.file.failed' : 'copy.file.expired',
  );
}
