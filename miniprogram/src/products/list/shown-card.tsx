import { Text, View } from '@tarojs/components';
import type { ShownProduct } from '@siyu/shared/contracts/product-shelf';
import { productTypeNames, riskLevelNames } from '@siyu/shared/messages';
import { Chip } from '../../components/chip';
import { Tap } from '../../components/tap';
import { say } from '../../words/say';
import { openProduct } from '../open-product';
import { horizonInWords } from '../horizon-in-words';

/** One product that suits; it says how risky it is before anything else. */
export function ShownCard({ product: { productId, code, name, level, terms } }: { product: ShownProduct }) {
  return (
    <Tap
      id={`product-${productId}`}
      className="card shelf__card"
      onTap={() => {
        openProduct(productId);
      }}
    >
      <View className="shelf__chips">
        <Chip text={riskLevelNames[level]} />
        <Chip tone="gold" text={productTypeNames[terms.type]} />
      </View>
      <Text className="shelf__name">{name}</Text>
      <Text className="meta">
        {`${say('shelf.code', { code })} · ${horizonInWords(terms.horizonMonths)}`}
      </Text>
    </Tap>
  );
}
