import { Text, View } from '@tarojs/components';
import type { ProductTerms } from '@siyu/shared/contracts/product-shelf';
import { productTypeNames } from '@siyu/shared/messages';
import { Row } from '../../components/row';
import { dayInWords } from '../../words/dates';
import { say } from '../../words/say';
import { horizonInWords } from '../horizon-in-words';

/** What is known of the product; how it did is not among it. */
export function Terms({ terms }: { readonly terms: ProductTerms }) {
  const { type, horizonMonths, isPrivate, levelValidUntil } = terms;
  return (
    <View id="product-terms" className="card card--rows">
      <Row title={say('product.type')} value={productTypeNames[type]} />
      <Row title={say('product.hold')} value={horizonInWords(horizonMonths)} />
      <Text className="meta shelf__line">
        {say('shelf.level_until', { day: dayInWords(levelValidUntil) })}
      </Text>
      {isPrivate ? <Text className="meta shelf__line">{say('shelf.private')}</Text> : null}
    </View>
  );
}
