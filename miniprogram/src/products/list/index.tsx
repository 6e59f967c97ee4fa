import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { NamedProduct, ShownProducts } from '@siyu/shared/contracts/product-shelf';
import { productShelfRoutes } from '@siyu/shared/contracts/product-shelf.routes';
import { riskLevelNames } from '@siyu/shared/messages';
import { call } from '../../api/call';
import { More } from '../../components/more';
import { Row } from '../../components/row';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { type PagedList, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { openProduct } from '../open-product';
import { ReasonsAgainst } from '../reasons-against';
import { AskForOne } from './ask-for-one';
import { ShownCard } from './shown-card';
import '../shelf.scss';

const list: PagedList<ShownProducts> = {
  load: (query) => call(productShelfRoutes.listShown, { query }),
  countOf: ({ products }) => products.length,
  join(before, next) {
    const known = new Set(before.products.map(({ productId }) => productId));
    const fresh = next.products.filter(({ productId }) => !known.has(productId));
    return { ...next, asked: before.asked, products: [...before.products, ...fresh] };
  },
};

/** The products that suit the member, and a way to ask for another. */
export default function ProductsPage() {
  const { phase } = useStore(session);
  const pages = usePages('products', list, phase === 'entered');
  usePullDownRefresh(() => {
    void pages.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void pages.loadMore());
  const { data, problem, reload } = pages;
  return (
    <Screen name="products">
      {data === null ? (
        problem === null ? (
          <Skeleton />
        ) : (
          <Failure sentence={problem} onRetry={() => void reload()} />
        )
      ) : data.reasons.length > 0 ? (
        <ReasonsAgainst id="shelf-closed" title={say('shelf.closed')} reasons={data.reasons} />
      ) : (
        <>
          <Asked asked={data.asked} />
          {data.products.length === 0 && data.nextCursor === null ? (
            <Blank title={say('shelf.empty')} hint={say('shelf.empty.hint')} />
          ) : (
            <>
              <Text className="meta shelf__hint">{say('shelf.hint')}</Text>
              {data.products.map((product) => (
                <ShownCard key={product.productId} product={product} />
              ))}
              <More
                id="shelf-more"
                text={say('shelf.more')}
                hasMore={data.nextCursor !== null}
                isLoadingMore={pages.isLoadingMore}
                moreProblem={pages.moreProblem}
                onMore={() => void pages.loadMore()}
              />
            </>
          )}
          <AskForOne />
        </>
      )}
    </Screen>
  );
}

/** What the member named, so that the way to it is found again. */
function Asked({ asked }: { readonly asked: readonly NamedProduct[] }) {
  if (asked.length === 0) return null;
  return (
    <View className="card card--rows shelf__asked">
      <Text className="shelf__heading">{say('shelf.asked')}</Text>
      {asked.map(({ productId, name, level }) => (
        <Row
          key={productId}
          id={`asked-${productId}`}
          title={name}
          value={riskLevelNames[level]}
          onTap={() => {
            openProduct(productId);
          }}
        />
      ))}
    </View>
  );
}
