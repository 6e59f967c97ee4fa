import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useRef } from 'react';
import type { ProductPage } from '@siyu/shared/contracts/product-shelf';
import { productShelfRoutes } from '@siyu/shared/contracts/product-shelf.routes';
import { riskLevelNames } from '@siyu/shared/messages';
import { call } from '../../api/call';
import { Chip } from '../../components/chip';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { ReasonsAgainst } from '../reasons-against';
import { Notice } from './notice';
import { Purchase } from './purchase';
import { Terms } from './terms';
import '../shelf.scss';

/** Suits not, or is not sold any more. */
const NOT_SHOWN = 'suitability.product_not_shown';

/** One product, as far as the member has come with it. */
export default function OneProductPage() {
  const { phase } = useStore(session);
  const productId = useRouter().params['productId'] ?? '';
  const loaded = useLoaded<ProductPage>(
    `product-${productId}`,
    () => call(productShelfRoutes.getShown, { params: { productId } }),
    phase === 'entered',
  );
  const { data, problem, problemCode, reload, change } = loaded;
  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Screen name="product">
      {data !== null ? (
        <Ready page={data} onChange={(page) => change(() => page)} />
      ) : problem !== null && problemCode === NOT_SHOWN ? (
        <Blank
          title={problem}
          hint={say('product.not_shown.hint')}
          action={{
            id: 'product-to-shelf',
            text: say('product.to_shelf'),
            onTap: () => void Taro.redirectTo({ url: '/products/list/index' }),
          }}
        />
      ) : problem !== null ? (
        <Failure sentence={problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}

interface ReadyProps {
  readonly page: ProductPage;
  readonly onChange: (page: ProductPage) => void;
}

function Ready({ page, onChange }: ReadyProps) {
  const { product, terms, isAboveLevel, isHighRisk, askedUntil, next, purchase, reasons } = page;
  return (
    <>
      <View className="card">
        <View className="shelf__chips">
          <Chip text={riskLevelNames[product.level]} />
          {isHighRisk ? <Chip tone="gold" text={say('product.high_risk')} /> : null}
          {isAboveLevel ? <Chip tone="gold" text={say('product.above')} /> : null}
        </View>
        <Text id="product-name" className="shelf__name">
          {product.name}
        </Text>
        <Text className="meta">{say('shelf.code', { code: product.code })}</Text>
        {askedUntil === null ? null : (
          <Text className="meta shelf__line">
            {say('product.asked_until', { until: momentInWords(askedUntil) })}
          </Text>
        )}
      </View>
      {terms === null ? null : <Terms terms={terms} />}
      {purchase === 'REFUSED' ? (
        <ReasonsAgainst id="product-refused" title={say('product.refused')} reasons={reasons} />
      ) : null}
      {next === null ? (
        <Purchase page={page} onChange={onChange} />
      ) : (
        <Notice key={next.kind} page={page} notice={next} onChange={onChange} />
      )}
    </>
  );
}
